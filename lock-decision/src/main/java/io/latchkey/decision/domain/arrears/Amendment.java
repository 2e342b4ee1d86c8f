package io.latchkey.decision.domain.arrears;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * A schedule that was agreed anew. It holds from the beginning of the local day on which it takes effect; of several that
 * hold, the one that was stated last stands, in whatever order they came.
 *
 * @param eventId names the amendment; orders those that were stated at the same moment
 * @param statedAt when the partner said it
 * @param effectiveAt from when it holds
 * @param schedule the whole schedule from then on
 */
public record Amendment(String eventId, Instant statedAt, Instant effectiveAt, Schedule schedule) {

    /** From the one stated first to the one stated last. */
    public static final Comparator<Amendment> ORDER =
            comparing(Amendment::statedAt).thenComparing(Amendment::eventId);

    LocalDate holdsFrom(ZoneId zone) {
        return LocalDate.ofInstant(effectiveAt, zone);
    }
}
