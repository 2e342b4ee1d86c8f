package io.latchkey.decision.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What a step waits for that no clock brings. Whoever keeps the loan gives it a turn when that has come.
 *
 * @param feedThrough the moment that the partner's feed must pass, or nothing if it has
 * @param brakeOff whether it waits for the partner's brake
 * @param place whether it waits for a place under the partner's cap
 */
public record Need(Optional<Instant> feedThrough, boolean brakeOff, boolean place) {

    /** Nothing but time, if anything. */
    public static final Need NOTHING = new Need(Optional.empty(), false, false);
}
