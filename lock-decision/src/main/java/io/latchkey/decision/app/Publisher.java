package io.latchkey.decision.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The way out. */
public interface Publisher {

    /**
     * Publishes events in their order.
     *
     * @param events any events
     * @return completes when Kafka has all of them
     */
    Uni<Void> publish(List<OutgoingEvent> events);
}
