package io.latchkey.agent.domain;

/** How far a loan's enforcement has gone, from the handset's point of view. */
public enum Stage {
    /** Nothing is overdue, or nothing was ever said. */
    CURRENT,
    /** The borrower is reminded; the phone works in full. */
    REMINDED,
    /** Some capabilities are off. */
    RESTRICTED,
    /** The lock screen shows; what is untouchable still works. */
    LOCKED,
    /** Paid in full: the phone is the borrower's own. */
    RELEASED;

    /** Whether a token of this stage may take anything away; in doubt a handset is less locked. */
    boolean mayRestrict() {
        return this == RESTRICTED || this == LOCKED;
    }
}
