package io.latchkey.decision.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** One version of a policy as it lies in the table; it never changes. */
@NullUnmarked
@Entity
@Immutable
@Table(name = "policy")
class PolicyRow {

    @EmbeddedId
    Key key;

    String content;

    /**
     * The key.
     *
     * @param partnerId the partner
     * @param name the policy's name
     * @param version its version
     */
    @Embeddable
    record Key(@Column(name = "partner_id") String partnerId, String name, int version) {}
}
