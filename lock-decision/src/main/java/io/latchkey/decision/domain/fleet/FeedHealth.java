package io.latchkey.decision.domain.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a partner's payments, for its loans of one partition.
 *
 * @param completeThrough every payment up to then was read; nothing if the partner never said so
 * @param oldestParked since when the oldest payment without a loan waits, or nothing if none does
 * @param parkedOfDay how many payments of the last 24 clock hours are without a loan
 * @param receivedOfDay how many payments came in the last 24 clock hours, those without a loan among them
 */
public record FeedHealth(
        Optional<Instant> completeThrough, Optional<Instant> oldestParked, long parkedOfDay, long receivedOfDay) {

    /** Checks the counts. */
    public FeedHealth {
        if (parkedOfDay < 0 || receivedOfDay < 0) {
            throw new IllegalArgumentException("counts must be >= 0 but were " + parkedOfDay + " of " + receivedOfDay);
        }
    }
}
