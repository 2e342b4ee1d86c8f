package io.latchkey.ingest.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a partner's policy, and whether it was announced. */
@Entity
@Table(name = "policy_version")
@IdClass(PolicyRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PolicyRow {

    @Id
    @Column(name = "partner_id")
    String partnerId;

    @Id
    String name;

    @Id
    int version;

    /** JSON. */
    String policy;

    /** Country and version; nothing if the policy is older than the packs. */
    @Nullable
    String pack;

    @Column(name = "kept_at")
    Instant keptAt;

    boolean done;

    /** The primary key. */
    record Key(String partnerId, String name, int version) implements Serializable {}
}
