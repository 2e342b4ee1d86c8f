package io.latchkey.decision.app;

import java.time.Duration;

/**
 * How fast the clock may take something away, here at its source (design, law 2).
 *
 * @param portion how many loans one turn takes at most
 * @param perSecond how many loans one instance judges a second at most
 * @param longestQueue how many records may wait behind us, beyond which no loan is judged by the clock
 */
public record Pace(int portion, int perSecond, long longestQueue) {

    /** Checks that it goes on at all. */
    public Pace {
        if (portion < 1 || perSecond < 1 || longestQueue < 0) {
            throw new IllegalArgumentException("a pace of " + portion + " a turn, " + perSecond
                    + " a second and a queue of " + longestQueue + " stands still");
        }
    }

    /**
     * How long loans take.
     *
     * @param loans how many were judged
     * @return the time before which no more may be
     */
    public Duration timeFor(int loans) {
        return Duration.ofSeconds(1).multipliedBy(loans).dividedBy(perSecond);
    }
}
