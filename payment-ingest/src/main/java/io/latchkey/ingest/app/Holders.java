package io.latchkey.ingest.app;

import io.latchkey.ingest.domain.Content;
import java.util.Optional;

/**
 * Who holds a request's keys already.
 *
 * @param ofWebhookId what was reserved under the request's {@code webhook-id}
 * @param ofFactKey what was reserved under the fact's key
 */
public record Holders(Optional<Reservation> ofWebhookId, Optional<Reservation> ofFactKey) {

    boolean areNone() {
        return ofWebhookId.isEmpty() && ofFactKey.isEmpty();
    }

    Optional<Content> contentUnderWebhookId() {
        return ofWebhookId.map(Reservation::content);
    }

    Optional<Content> contentUnderFactKey() {
        return ofFactKey.map(Reservation::content);
    }
}
