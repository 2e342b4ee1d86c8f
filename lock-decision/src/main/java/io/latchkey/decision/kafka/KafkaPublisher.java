package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Publisher;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Publishes decisions and intents on their topics. */
@ApplicationScoped
class KafkaPublisher implements Publisher {

    private final EventPublisher events;

    KafkaPublisher(EventPublisher events) {
        this.events = events;
    }

    @Override
    public Uni<Void> publish(List<OutgoingEvent> outgoing) {
        return events.publish(outgoing);
    }
}
