package io.latchkey.ingest.kafka;

import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.LoanKeyWrapped;
import io.latchkey.ingest.app.AcceptedEvent;
import io.latchkey.ingest.app.InstallmentEvents;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Publishes accepted events; each is the first in its chain of causes. */
@ApplicationScoped
class KafkaInstallmentEvents implements InstallmentEvents {

    private final EventPublisher publisher;

    KafkaInstallmentEvents(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Uni<Void> publish(AcceptedEvent event) {
        EventMeta meta =
                new EventMeta(event.id(), event.time(), event.recordedAt(), Optional.empty(), event.traceparent());
        OutgoingEvent outgoing = new OutgoingEvent(event.event(), meta);
        Uni<Void> published = event.event() instanceof FeedWatermark
                ? publisher.publishEverywhere(outgoing)
                : keyOf(event)
                        .map(key -> publisher.publish(List.of(key)))
                        .orElseGet(() -> Uni.createFrom().voidItem())
                        .chain(() -> publisher.publish(List.of(outgoing)));
        // While Kafka is away requests queue up, and who asked may have given up; a late event goes out all the same,
        // and
        // then it is the same event.
        return published.onFailure().transform(e -> new UnavailableException("Kafka did not confirm the event", e));
    }

    private static Optional<OutgoingEvent> keyOf(AcceptedEvent event) {
        EventMeta meta = new EventMeta(
                event.id() + ":key", event.time(), event.recordedAt(), Optional.of(event.id()), event.traceparent());
        return event.wrappedKey()
                .flatMap(key -> event.loanId().map(loan -> new OutgoingEvent(new LoanKeyWrapped(loan, key), meta)));
    }
}
