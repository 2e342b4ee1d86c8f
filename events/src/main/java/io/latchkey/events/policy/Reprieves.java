package io.latchkey.events.policy;

import java.time.Duration;

/**
 * How long a step is kept away although its day has come.
 *
 * @param pendingGrace how long money that is reported on its way keeps every step away
 * @param graceLimit how many such graces one default may have, so that nobody lives on money that never comes
 * @param grantLimit the longest single grant that support may give under this policy
 */
public record Reprieves(Duration pendingGrace, int graceLimit, Duration grantLimit) {

    /** What holds if a policy says nothing. */
    public static final Reprieves DEFAULT = new Reprieves(Duration.ofHours(24), 3, Duration.ofDays(7));

    /** Checks that nothing is negative. */
    public Reprieves {
        if (pendingGrace.isNegative()) {
            throw new IllegalArgumentException("pendingGrace must be >= PT0S but was " + pendingGrace);
        }
        if (graceLimit < 0) {
            throw new IllegalArgumentException("graceLimit must be >= 0 but was " + graceLimit);
        }
        if (grantLimit.isNegative()) {
            throw new IllegalArgumentException("grantLimit must be >= PT0S but was " + grantLimit);
        }
    }
}
