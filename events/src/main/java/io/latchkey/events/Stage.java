package io.latchkey.events;

/** What was decided for a loan's handset, from free to locked, and {@link #RELEASED} for good. */
public enum Stage {
    /** Nothing is due, or nothing that the policy acts on. */
    CURRENT(1),
    /** An installment is due and unpaid; the borrower is reminded, nothing is taken away. */
    REMINDED(2),
    /** Some capabilities are taken away. */
    RESTRICTED(3),
    /** The lock screen is shown. */
    LOCKED(4),
    /** The loan is over; the handset is the borrower's for good. */
    RELEASED(0);

    private final int severity;

    Stage(int severity) {
        this.severity = severity;
    }

    /**
     * Tells whether going from here to {@code next} takes something from the borrower.
     *
     * @param next the stage to go to
     * @return true if {@code next} is harsher than this stage
     */
    public boolean escalatesTo(Stage next) {
        return next.severity > severity;
    }
}
