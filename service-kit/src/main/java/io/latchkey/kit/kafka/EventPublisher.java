package io.latchkey.kit.kafka;

import io.latchkey.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes events on their topics. */
@ApplicationScoped
public class EventPublisher {

    private final KafkaSender sender;
    private final String source;

    EventPublisher(KafkaSender sender, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sender = sender;
        this.source = "/latchkey/" + service;
    }

    /**
     * Publishes events in the order given.
     *
     * @param events any events; none is fine
     * @return completes, on the caller's Vert.x context, when Kafka has all of them on all replicas in sync; fails with
     *     {@link PublishingFailedException} if it does not confirm them in time, and then the same may be sent again
     */
    public Uni<Void> publish(List<OutgoingEvent> events) {
        List<ProducerRecord<String, byte[]>> records =
                events.stream().map(event -> EventCodec.write(event, source)).toList();
        return sender.send(records);
    }

    /**
     * Publishes an event in every partition of its topic, for readers who know only a part of the keys.
     *
     * @param event the event; the copy in partition {@code n} has {@code /n} after its id
     * @return as {@link #publish}
     */
    public Uni<Void> publishEverywhere(OutgoingEvent event) {
        return sender.partitionsOf(event.event().topic().topicName())
                .chain(partitions -> publish(IntStream.range(0, partitions)
                        .mapToObj(partition -> copy(event, partition))
                        .toList()));
    }

    /**
     * Publishes a tombstone: of a compacted topic all that was published under a key goes.
     *
     * @param topic a compacted topic
     * @param key the key
     * @return as {@link #publish}
     */
    public Uni<Void> erase(Topic topic, String key) {
        return sender.send(List.of(new ProducerRecord<>(topic.topicName(), key, null)));
    }

    private static OutgoingEvent copy(OutgoingEvent event, int partition) {
        EventMeta meta = event.meta();
        return event.in(
                partition,
                new EventMeta(
                        meta.id() + "/" + partition,
                        meta.time(),
                        meta.recordedTime(),
                        meta.causationId(),
                        meta.traceparent()));
    }
}
