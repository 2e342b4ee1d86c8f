package io.latchkey.decision.domain.fleet;

import io.latchkey.decision.domain.Reason;
import io.latchkey.events.policy.Brake;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Tells whether a partner's payments are sound enough to take something from a borrower. What frees never asks. */
public final class BrakePolicy {

    private static final Duration HOURS_BEFORE_THIS_ONE = Duration.ofHours(23);

    private BrakePolicy() {}

    /**
     * Why nothing may be taken now.
     *
     * @param limits those of the loan's policy
     * @param health what is known of the partner's payments
     * @param now business time
     * @return the first cause of those that hold, or nothing if the brake is off
     */
    public static Optional<Reason> cause(Brake limits, FeedHealth health, Instant now) {
        if (health.completeThrough().isEmpty()) {
            return Optional.of(Reason.NO_WATERMARK);
        }
        if (health.completeThrough().get().isBefore(now.minus(limits.silenceLimit()))) {
            return Optional.of(Reason.FEED_SILENT);
        }
        if (health.oldestParked()
                .filter(now.minus(limits.parkedLimit())::isAfter)
                .isPresent()) {
            return Optional.of(Reason.PARKED_TOO_OLD);
        }
        return health.parkedOfDay() > limits.parkedShare() * health.receivedOfDay()
                ? Optional.of(Reason.PARKED_TOO_MANY)
                : Optional.empty();
    }

    /**
     * Where the day begins whose payments are counted: 24 clock hours, of which the last one runs.
     *
     * @param now business time
     * @return the first moment that counts
     */
    public static Instant dayUntil(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).minus(HOURS_BEFORE_THIS_ONE);
    }
}
