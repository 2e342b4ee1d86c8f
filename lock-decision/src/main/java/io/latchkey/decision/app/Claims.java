package io.latchkey.decision.app;

import java.util.Set;

/** Who was given a partition last, told by the database to everyone. */
public interface Claims {

    /**
     * Claims partitions; whoever had them finds no work of the clock and nothing to relay there any more. Blocks.
     *
     * @param partitions partitions of {@code installment-events}
     * @param owner who has them now
     */
    void claim(Set<Integer> partitions, String owner);
}
