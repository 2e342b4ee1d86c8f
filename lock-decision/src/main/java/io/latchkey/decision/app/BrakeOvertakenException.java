package io.latchkey.decision.app;

/** Somebody else changed a brake since it was read; whoever looks again finds it changed. */
public class BrakeOvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which one.
     *
     * @param policy whose brake it is
     * @param partition of installment-events
     */
    public BrakeOvertakenException(PolicyKey policy, int partition) {
        super("somebody else changed the brake of " + policy + " in partition " + partition);
    }
}
