package io.latchkey.decision.domain.handset;

import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Policy;
import java.util.List;

/**
 * Where a loan stands: its stage and what that takes away.
 *
 * @param stage the stage
 * @param restrictions what is taken away
 */
public record Standing(Stage stage, List<Restriction> restrictions) {

    /** Nothing is due, or nothing that the contract acts on. */
    public static final Standing CURRENT = new Standing(Stage.CURRENT, List.of());

    /** The handset is the borrower's for good. */
    public static final Standing RELEASED = new Standing(Stage.RELEASED, List.of());

    /** Copies the restrictions. */
    public Standing {
        restrictions = List.copyOf(restrictions);
    }

    /**
     * Where a step of the ladder puts a loan.
     *
     * @param step a step
     * @return its stage and restrictions
     */
    public static Standing of(Policy.Step step) {
        return new Standing(step.stage(), step.restrictions());
    }

    /**
     * Tells whether {@code next} takes something that this standing leaves.
     *
     * @param next where to go
     * @return true if its stage is harsher, or it restricts more in the same stage
     */
    public boolean escalatesTo(Standing next) {
        return stage.escalatesTo(next.stage) || (stage == next.stage && !restrictions.containsAll(next.restrictions));
    }

    /**
     * Tells whether anything is taken.
     *
     * @return true if the handset can do less than without the loan
     */
    public boolean takes() {
        return stage == Stage.LOCKED || stage == Stage.RESTRICTED || !restrictions.isEmpty();
    }

    /**
     * Tells whether the lock screen stands in front of everything.
     *
     * @return true if the handset is locked, by stage or by restriction
     */
    public boolean locks() {
        return stage == Stage.LOCKED || restrictions.contains(Restriction.KIOSK);
    }

    /**
     * Tells whether the handset is free for good.
     *
     * @return true once released
     */
    public boolean over() {
        return stage == Stage.RELEASED;
    }
}
