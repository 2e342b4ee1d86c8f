package io.latchkey.decision.store;

import io.latchkey.decision.domain.fleet.FeedHealth;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How sound a partner's payments are, as it was read.
 *
 * @param through how far its feed is complete, by partition
 * @param oldestParked since when the oldest payment without a loan waits
 * @param parkedOfDay how many payments of the last day are without a loan
 * @param receivedOfDay how many payments came in the last day
 */
record PartnerFeed(
        Map<Integer, Instant> through, Optional<Instant> oldestParked, long parkedOfDay, long receivedOfDay) {

    /** Nothing is known of the partner. */
    static final PartnerFeed UNKNOWN = new PartnerFeed(Map.of(), Optional.empty(), 0, 0);

    PartnerFeed {
        through = Map.copyOf(through);
    }

    FeedHealth in(int partition) {
        return new FeedHealth(Optional.ofNullable(through.get(partition)), oldestParked, parkedOfDay, receivedOfDay);
    }
}
