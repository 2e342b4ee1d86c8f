package io.latchkey.decision.app;

import io.latchkey.events.Event;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Kafka in memory, which can be away. */
final class RecordingPublisher implements Publisher {

    private final List<OutgoingEvent> published = new ArrayList<>();
    private boolean away;

    void goAway(boolean gone) {
        away = gone;
    }

    synchronized List<String> ids() {
        return published.stream().map(event -> event.meta().id()).toList();
    }

    /** The newest event of a kind. */
    <E extends Event> E last(Class<E> type) {
        return all(type).getLast();
    }

    /** All events of a kind, in the order of their publication. */
    synchronized <E extends Event> List<E> all(Class<E> type) {
        return published.stream()
                .map(OutgoingEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public synchronized Uni<Void> publish(List<OutgoingEvent> events) {
        if (away) {
            return Uni.createFrom().failure(new IllegalStateException("Kafka is away"));
        }
        published.addAll(events);
        return Uni.createFrom().voidItem();
    }
}
