package io.latchkey.notice.kafka;

import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.kafka.PublishingFailedException;
import io.latchkey.notice.app.Receipts;
import io.latchkey.notice.app.UnavailableException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Publishes receipts. A letter that is on its way already is not sent again because Kafka is away. */
@ApplicationScoped
class KafkaReceipts implements Receipts {

    private final EventPublisher publisher;

    KafkaReceipts(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Uni<Void> publish(OutgoingEvent receipt) {
        return Outages.outlast("receipt " + receipt.meta().id(), () -> publisher.publish(List.of(receipt)));
    }

    @Override
    public Uni<Void> tryToPublish(OutgoingEvent receipt) {
        return publisher
                .publish(List.of(receipt))
                .onFailure(PublishingFailedException.class)
                .transform(e -> new UnavailableException("Kafka did not confirm the receipt", e));
    }
}
