package io.latchkey.decision.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A partner as it lies in the table. */
@NullUnmarked
@Entity
@Table(name = "partner")
class PartnerRow {

    @Id
    @Column(name = "partner_id")
    String partnerId;

    String profile;
}
