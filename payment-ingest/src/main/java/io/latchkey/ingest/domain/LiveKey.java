package io.latchkey.ingest.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that a partner may sign with for a while: an old and a new one overlap while the partner changes over.
 *
 * @param key the key
 * @param until the system clock's moment from which it is worth nothing; for good if there is none
 */
public record LiveKey(WebhookKey key, Optional<Instant> until) {

    /**
     * A key without an end.
     *
     * @param key the key
     * @return the same, for good
     */
    public static LiveKey forGood(WebhookKey key) {
        return new LiveKey(key, Optional.empty());
    }

    boolean isLiveAt(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
