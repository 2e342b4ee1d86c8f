package io.latchkey.decision.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** Who was given a partition of installment-events last. */
@NullUnmarked
@Entity
@Table(name = "partition_claim")
class ClaimRow {

    /**
     * Says of a partition, in HQL, that it is ours: by what we were told ({@code :parts}), and by what the database says
     * ({@code :me}), so that a former owner which was not told yet finds nothing.
     */
    static final String OURS = "in (select c.part from ClaimRow c where c.owner = :me and c.part in :parts)";

    @Id
    int part;

    String owner;
}
