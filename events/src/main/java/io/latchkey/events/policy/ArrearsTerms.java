package io.latchkey.events.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * How what is due is counted, cured and closed.
 *
 * @param tolerance arrears of at most so many minor units of the loan's currency count as cured
 * @param afterDefaults from this default on the whole remaining balance is what cures (acceleration), once a notice has
 *     said so; nothing if never
 * @param reversalNotice how long before a step is entered again after money was taken back, with a notice of its own; at
 *     least {@link #LEAST_REVERSAL_NOTICE}
 * @param settlementHold how long after the last payment a free handset is kept from its release for good, in case the
 *     money is taken back
 */
public record ArrearsTerms(
        long tolerance, Optional<Integer> afterDefaults, Duration reversalNotice, Duration settlementHold) {

    /** No policy may give less notice of a reversal than a day. */
    public static final Duration LEAST_REVERSAL_NOTICE = Duration.ofHours(24);

    /** What holds if a policy says nothing. */
    public static final ArrearsTerms DEFAULT =
            new ArrearsTerms(0, Optional.empty(), LEAST_REVERSAL_NOTICE, Duration.ZERO);

    /** Checks that no term is below its floor. */
    public ArrearsTerms {
        if (tolerance < 0) {
            throw new IllegalArgumentException("tolerance must be >= 0 but was " + tolerance);
        }
        if (afterDefaults.isPresent() && afterDefaults.get() < 1) {
            throw new IllegalArgumentException("afterDefaults must be >= 1 but was " + afterDefaults.get());
        }
        if (reversalNotice.compareTo(LEAST_REVERSAL_NOTICE) < 0) {
            throw new IllegalArgumentException("reversalNotice must be >= PT24H but was " + reversalNotice);
        }
        if (settlementHold.isNegative()) {
            throw new IllegalArgumentException("settlementHold must be >= PT0S but was " + settlementHold);
        }
    }
}
