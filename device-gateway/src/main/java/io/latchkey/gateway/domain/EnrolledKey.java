package io.latchkey.gateway.domain;

import io.latchkey.events.Bindings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that was enrolled, and what is known of its device now.
 *
 * @param enrollment its number
 * @param spki SubjectPublicKeyInfo, DER in base64
 * @param bindings which enrollments of the device count
 * @param supersededAt when the next enrollment was made, business time; nothing if this is the newest
 */
public record EnrolledKey(int enrollment, String spki, Bindings bindings, Optional<Instant> supersededAt) {

    /** How long an enrollment may still turn up after the next one was made. */
    public static final Duration OVERLAP = Duration.ofDays(7);

    /** What an enrollment is worth. */
    public enum Worth {
        /** It is the device, or may be it. */
        COUNTS,
        /** A newer one took its place; if it turns up, the device is contested. */
        SUPERSEDED,
        /** It is not heard any more. */
        ENDED
    }

    /**
     * What the enrollment is worth at a moment.
     *
     * @param now business time
     * @return its worth
     */
    public Worth worth(Instant now) {
        if (bindings.heard().contains(enrollment)) {
            return Worth.COUNTS;
        }
        boolean decided = bindings.settled() == bindings.newest();
        boolean over =
                supersededAt.filter(at -> !at.plus(OVERLAP).isBefore(now)).isEmpty();
        return decided || over ? Worth.ENDED : Worth.SUPERSEDED;
    }
}
