package io.latchkey.ingest.app;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** A topic that remembers, and that can be away. */
final class RecordedTopic implements InstallmentEvents {

    private final List<AcceptedEvent> events = new ArrayList<>();
    private boolean away;

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    List<AcceptedEvent> events() {
        return events;
    }

    @Override
    public Uni<Void> publish(AcceptedEvent event) {
        if (away) {
            return Uni.createFrom().failure(new UnavailableException("Kafka", new IllegalStateException()));
        }
        events.add(event);
        return Uni.createFrom().voidItem();
    }
}
