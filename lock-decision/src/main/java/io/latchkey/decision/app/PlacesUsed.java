package io.latchkey.decision.app;

import io.latchkey.decision.domain.Memory;
import io.latchkey.events.FleetDecision;
import io.latchkey.events.FleetDecision.BatchProposed;
import io.latchkey.events.FleetDecision.BatchReleased;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts from decisions on record which places of the newest hours are used. */
public final class PlacesUsed {

    private final Map<PartnerId, Hour> hours = new HashMap<>();

    /**
     * A partner's hour.
     *
     * @param partnerId the partner
     * @param hour its first moment
     * @param taken how many places are used
     * @param batches how many batches were proposed in it
     * @param openBatch the one that is open
     */
    public record Hour(PartnerId partnerId, Instant hour, long taken, int batches, Optional<String> openBatch) {

        private static Hour begun(PartnerId partnerId, Instant hour) {
            return new Hour(partnerId, hour, 0, 0, Optional.empty());
        }

        private Hour plus(long places, int proposed, Optional<String> open) {
            return new Hour(partnerId, hour, taken + places, batches + proposed, open);
        }
    }

    /** What a decision took uses a place, unless it waited in a batch and was released. */
    void note(PartnerId partnerId, Memory before, Memory then, Instant decidedAt) {
        boolean takes = before.standing().escalatesTo(then.standing())
                && then.standing().takes();
        Hour hour = at(partnerId, decidedAt);
        if (takes && before.batchId().isEmpty() && isIn(hour, decidedAt)) {
            hours.put(partnerId, hour.plus(1, 0, hour.openBatch()));
        }
    }

    void note(List<FleetDecision> decisions) {
        for (FleetDecision decision : decisions) {
            if (decision instanceof BatchProposed proposed) {
                Hour hour = at(proposed.partnerId(), proposed.proposedAt());
                if (isIn(hour, proposed.proposedAt())) {
                    hours.put(hour.partnerId(), hour.plus(0, 1, Optional.of(proposed.batchId())));
                }
            } else if (decision instanceof BatchReleased released) {
                hours.computeIfPresent(
                        released.partnerId(),
                        (partner, hour) ->
                                hour.plus(0, 0, hour.openBatch().filter(open -> !open.equals(released.batchId()))));
            }
        }
    }

    private Hour at(PartnerId partnerId, Instant moment) {
        Instant begin = moment.truncatedTo(ChronoUnit.HOURS);
        return hours.merge(
                partnerId,
                Hour.begun(partnerId, begin),
                (known, then) -> known.hour().isBefore(begin) ? then : known);
    }

    private static boolean isIn(Hour hour, Instant moment) {
        return hour.hour().equals(moment.truncatedTo(ChronoUnit.HOURS));
    }

    Collection<Hour> hours() {
        return List.copyOf(hours.values());
    }
}
