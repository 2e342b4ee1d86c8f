package io.latchkey.decision.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What keeps a step from being entered.
 *
 * @param reason why
 * @param until when it ends by itself, or nothing if something else must happen
 */
public record Hindrance(Reason reason, Optional<Instant> until) {

    static Hindrance until(Reason reason, Instant end) {
        return new Hindrance(reason, Optional.of(end));
    }

    static Hindrance open(Reason reason) {
        return new Hindrance(reason, Optional.empty());
    }
}
