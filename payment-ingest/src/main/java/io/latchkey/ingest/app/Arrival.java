package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Fact;
import java.time.Instant;

/**
 * A checked request.
 *
 * @param partnerId who sent it
 * @param webhookId names the request
 * @param fact what it says
 * @param timestamp when it became so, as the partner says
 * @param arrivedAt the system clock at its first byte
 * @param acceptedAt the business clock
 * @param traceparent the trace it belongs to
 */
public record Arrival(
        PartnerId partnerId,
        String webhookId,
        Fact fact,
        Instant timestamp,
        Instant arrivedAt,
        Instant acceptedAt,
        String traceparent) {

    Keys keys() {
        return new Keys(partnerId, webhookId, fact.key());
    }
}
