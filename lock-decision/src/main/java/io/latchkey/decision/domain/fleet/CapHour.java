package io.latchkey.decision.domain.fleet;

import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Cap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One clock hour of business time, in which a partner may touch so many borrowers. All its policies share what is used; how
 * many there are, each loan's own policy says.
 *
 * @param partnerId the partner
 * @param hour its first moment
 * @param fleet how many loans governed handsets when it began
 * @param taken how many places are used, or put aside by an instance
 * @param batches how many batches were proposed in it
 * @param openBatch the batch that what finds no place joins, or nothing before the first and after a release
 */
public record CapHour(
        PartnerId partnerId, Instant hour, long fleet, long taken, int batches, Optional<String> openBatch) {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HH").withZone(ZoneOffset.UTC);

    /**
     * A new hour.
     *
     * @param partnerId the partner
     * @param now a moment in it
     * @param fleet how many loans govern handsets
     * @return the hour, unused
     */
    public static CapHour begun(PartnerId partnerId, Instant now, long fleet) {
        return new CapHour(partnerId, now.truncatedTo(ChronoUnit.HOURS), fleet, 0, 0, Optional.empty());
    }

    /**
     * Tells whether another hour has begun. One that lies before this one does not count: two instances' clocks differ.
     *
     * @param now business time
     * @return true if this one is over
     */
    public boolean isOver(Instant now) {
        return hour.isBefore(now.truncatedTo(ChronoUnit.HOURS));
    }

    /**
     * Tells whether one more borrower may be touched.
     *
     * @param cap that of the loan's policy
     * @return false if the loan has to wait
     */
    public boolean hasPlace(Cap cap) {
        return taken < cap.placesAnHour(fleet);
    }

    /**
     * Uses a place.
     *
     * @return the hour after it
     */
    public CapHour withOneMoreTaken() {
        return new CapHour(partnerId, hour, fleet, taken + 1, batches, openBatch);
    }

    /**
     * Takes back what an instance had put aside of this hour.
     *
     * @param block its block
     * @return the hour in which only what others put aside counts as taken
     */
    public CapHour withBack(CapBlock block) {
        return block.hour().equals(hour)
                ? new CapHour(partnerId, hour, fleet, taken - block.remaining(), batches, openBatch)
                : this;
    }

    /**
     * Opens a batch if none is open.
     *
     * @return the hour with an open batch
     */
    public CapHour withOpenBatch() {
        if (openBatch.isPresent()) {
            return this;
        }
        int number = batches + 1;
        String batchId = partnerId + "-" + NAME.format(hour) + (number == 1 ? "" : "-" + number);
        return new CapHour(partnerId, hour, fleet, taken, number, Optional.of(batchId));
    }

    /**
     * Closes a batch to what comes later: supervisors saw what waited, not what will.
     *
     * @param batchId what they released
     * @return the hour, without that batch open
     */
    public CapHour withReleased(String batchId) {
        return new CapHour(partnerId, hour, fleet, taken, batches, openBatch.filter(open -> !open.equals(batchId)));
    }
}
