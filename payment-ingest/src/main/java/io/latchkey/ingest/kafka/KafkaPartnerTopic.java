package io.latchkey.ingest.kafka;

import io.latchkey.ingest.app.Announcement;
import io.latchkey.ingest.app.PartnerTopic;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Publishes what everyone must know of the partners. */
@ApplicationScoped
class KafkaPartnerTopic implements PartnerTopic {

    private final EventPublisher publisher;

    KafkaPartnerTopic(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Uni<Void> publish(List<Announcement> announcements) {
        return publisher
                .publish(announcements.stream().map(KafkaPartnerTopic::outgoing).toList())
                .onFailure()
                .transform(e -> new UnavailableException("Kafka did not confirm the partners", e));
    }

    private static OutgoingEvent outgoing(Announcement announcement) {
        EventMeta meta = new EventMeta(
                announcement.id(), announcement.time(), announcement.time(), Optional.empty(), TraceParent.root());
        return new OutgoingEvent(announcement.event(), meta);
    }
}
