package io.latchkey.events.policy;

import java.time.Duration;

/**
 * When a partner's payments are too incomplete to take anything from a borrower. Freeing is never braked.
 *
 * @param parkedLimit how old a payment without a loan may get before no step is entered
 * @param parkedShare which share of a day's payments may be without a loan, from 0 to 1
 * @param silenceLimit how long the partner may say nothing of its feed before all its escalations stop
 */
public record Brake(Duration parkedLimit, double parkedShare, Duration silenceLimit) {

    /** What holds if a policy says nothing: a day, a twentieth, and a daily watermark that is half a day late. */
    public static final Brake DEFAULT = new Brake(Duration.ofHours(24), 0.05, Duration.ofHours(36));

    /** Checks the ranges. */
    public Brake {
        if (parkedLimit.isNegative()) {
            throw new IllegalArgumentException("parkedLimit must be >= PT0S but was " + parkedLimit);
        }
        if (!(parkedShare >= 0 && parkedShare <= 1)) {
            throw new IllegalArgumentException("parkedShare must lie between 0 and 1 but was " + parkedShare);
        }
        if (silenceLimit.isNegative() || silenceLimit.isZero()) {
            throw new IllegalArgumentException("silenceLimit must be > PT0S but was " + silenceLimit);
        }
    }
}
