package io.latchkey.decision.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which partitions of {@code installment-events} this instance reads now. It alone runs the timers of the loans in them
 * and relays what they publish. Others may decide about such a loan too, by a report that comes under the handset's key;
 * they leave the publication to the owner.
 */
@ApplicationScoped
public class Ownership {

    private final String name;
    private volatile Set<Integer> partitions = Set.of();

    Ownership(@ConfigProperty(name = "latchkey.instance", defaultValue = "1") String instance) {
        this.name = instance + ":" + UUID.randomUUID();
    }

    /**
     * Tells instances apart in what they leave in the database, and also a process from the one before it.
     *
     * @return the instance's name and something that no other process has
     */
    public String name() {
        return name;
    }

    /**
     * The partitions that are ours.
     *
     * @return partitions; none before the first assignment and during a rebalance
     */
    public Set<Integer> partitions() {
        return partitions;
    }

    /**
     * Takes partitions.
     *
     * @param more partitions that were assigned to this instance
     */
    public synchronized void take(Set<Integer> more) {
        Set<Integer> all = new HashSet<>(partitions);
        all.addAll(more);
        partitions = Set.copyOf(all);
    }

    /**
     * Gives partitions away; no new work begins on them.
     *
     * @param gone partitions that are no longer ours
     */
    public synchronized void giveUp(Set<Integer> gone) {
        Set<Integer> rest = new HashSet<>(partitions);
        rest.removeAll(gone);
        partitions = Set.copyOf(rest);
    }
}
