package io.latchkey.ingest.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A partner's profile as it is now, and whether it was announced. */
@Entity
@Table(name = "partner_profile")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ProfileRow {

    @Id
    @Column(name = "partner_id")
    String partnerId;

    /** Grows with every change, from 1. */
    int revision;

    /** JSON. */
    String profile;

    @Column(name = "kept_at")
    Instant keptAt;

    boolean done;
}
