package io.latchkey.ingest.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is left to somebody of a {@link Pace}: requests are earned evenly, and no more is saved than a burst. Kept as the
 * moment up to which all that was earned is spent; it may lie ahead by a burst less one.
 *
 * <p><b>Source:</b> the generic cell rate algorithm, as a virtual schedule (ITU-T I.371, annex A).
 */
public final class Allowance {

    private final Duration interval;
    private final Duration tolerance;
    private Instant spentUntil;
    private Instant at;

    /**
     * A whole burst.
     *
     * @param pace how requests are earned
     * @param now the system clock
     */
    public Allowance(Pace pace, Instant now) {
        interval = Duration.ofSeconds(1).dividedBy(pace.perSecond());
        tolerance = interval.multipliedBy(pace.burst() - 1L);
        spentUntil = now;
        at = now;
    }

    /**
     * Spends a request, if one is left.
     *
     * @param now the system clock; a step back earns nothing and costs nothing
     * @return nothing if it was left, else how long it takes until one is
     */
    public synchronized Optional<Duration> spend(Instant now) {
        if (now.isBefore(at)) {
            spentUntil = spentUntil.minus(Duration.between(now, at));
        }
        at = now;
        if (spentUntil.isBefore(now)) {
            spentUntil = now;
        }
        Duration wait = Duration.between(now, spentUntil).minus(tolerance);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        spentUntil = spentUntil.plus(interval);
        return Optional.empty();
    }
}
