package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Objection;
import java.time.Instant;
import java.util.List;

/**
 * A checked request.
 *
 * @param partnerId who sent it
 * @param webhookId names the request
 * @param fact what it says
 * @param objections what is against the fact if it is new
 * @param timestamp when it became so, as the partner says
 * @param arrivedAt the system clock at its first byte
 * @param acceptedAt the business clock
 * @param traceparent the trace it belongs to
 */
public record Arrival(
        PartnerId partnerId,
        String webhookId,
        Fact fact,
        List<Objection> objections,
        Instant timestamp,
        Instant arrivedAt,
        Instant acceptedAt,
        String traceparent) {

    /** Copies the list. */
    public Arrival {
        objections = List.copyOf(objections);
    }

    Keys keys() {
        return keysOf(fact.key());
    }

    /** What is asked for when another fact of this partner is looked up. */
    Keys keysOf(String factKey) {
        return new Keys(partnerId, webhookId, factKey);
    }

    Arrival with(Fact other, List<Objection> more) {
        return new Arrival(partnerId, webhookId, other, more, timestamp, arrivedAt, acceptedAt, traceparent);
    }
}
