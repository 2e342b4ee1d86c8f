package io.latchkey.decision.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What lies outside a loan and keeps steps away.
 *
 * @param completeThrough up to when the partner's payments are known, or nothing if it never said so
 * @param braked whether the partner's escalations are stopped
 * @param place whether the partner's cap leaves a place
 */
public record Outside(Optional<Instant> completeThrough, boolean braked, boolean place) {

    boolean isCompleteThrough(Instant moment) {
        return completeThrough.isPresent() && !completeThrough.get().isBefore(moment);
    }
}
