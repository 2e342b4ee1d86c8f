package io.latchkey.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.Event;
import io.latchkey.events.EventJson;
import io.latchkey.events.EventTypes;
import io.latchkey.kit.trace.TraceParent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Turns events into Kafka records and back: JSON values, CloudEvents 1.0 headers in binary mode. */
public final class EventCodec {

    private EventCodec() {}

    /**
     * Writes an event as a record.
     *
     * @param outgoing the event and its headers
     * @param source {@code ce_source}, for example {@code /latchkey/payment-ingest}
     * @return a record without a partition if its key decides
     */
    public static ProducerRecord<String, byte[]> write(OutgoingEvent outgoing, String source) {
        Event event = outgoing.event();
        EventMeta meta = outgoing.meta();
        ProducerRecord<String, byte[]> written = new ProducerRecord<>(
                event.topic().topicName(), outgoing.partition().orElse(null), event.key(), outgoing.bytes());
        Headers headers = written.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", meta.id());
        put(headers, "ce_type", EventTypes.nameOf(event.getClass()));
        put(headers, "ce_source", source);
        put(headers, "ce_subject", event.key());
        put(headers, "ce_time", meta.time().toString());
        put(headers, "ce_recordedtime", meta.recordedTime().toString());
        meta.causationId().ifPresent(cause -> put(headers, "ce_causationid", cause));
        put(headers, "traceparent", meta.traceparent());
        put(headers, "content-type", "application/json");
        return written;
    }

    /**
     * Reads a record.
     *
     * @param received any record
     * @return the event, or why it can never be one
     */
    public static Inbound read(ConsumerRecord<String, byte[]> received) {
        try {
            Headers headers = received.headers();
            String type = demand(headers, "ce_type");
            Class<? extends Event> known = EventTypes.byName(type)
                    .orElseThrow(() -> new IllegalArgumentException("no event type is named '" + type + "'"));
            Event event = EventJson.read(
                    known,
                    Optional.ofNullable(received.value())
                            .orElseThrow(() -> new IllegalArgumentException("the record has no value")));
            if (!event.topic().topicName().equals(received.topic())
                    || !event.key().equals(received.key())) {
                throw new IllegalArgumentException("a " + type + " must stand in its own topic under its own key");
            }
            return new Inbound.Fact(event, meta(headers), Origin.of(received));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Inbound.Poison(String.valueOf(e.getMessage()), received);
        }
    }

    private static EventMeta meta(Headers headers) {
        return new EventMeta(
                demand(headers, "ce_id"),
                Instant.parse(demand(headers, "ce_time")),
                Instant.parse(demand(headers, "ce_recordedtime")),
                find(headers, "ce_causationid"),
                find(headers, "traceparent").orElseGet(TraceParent::root));
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String demand(Headers headers, String name) {
        return find(headers, name).orElseThrow(() -> new IllegalArgumentException("header " + name + " is missing"));
    }

    private static Optional<String> find(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(value -> new String(value, UTF_8));
    }
}
