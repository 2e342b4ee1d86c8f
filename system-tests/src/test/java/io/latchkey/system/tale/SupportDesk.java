package io.latchkey.system.tale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.EventJson;
import io.latchkey.events.EventTypes;
import io.latchkey.events.SupportRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What support asks, as it stands on its topic. */
final class SupportDesk implements AutoCloseable {

    private static final int LONGEST_OUTAGE_MILLIS = 240_000;

    private final KafkaProducer<String, byte[]> writer;

    SupportDesk(String bootstrapServers) {
        writer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "delivery.timeout.ms",
                        LONGEST_OUTAGE_MILLIS,
                        "max.block.ms",
                        LONGEST_OUTAGE_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void writes(SupportRequest request) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(request.topic().topicName(), request.key(), EventJson.write(request));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", EventTypes.nameOf(request.getClass()),
                        "ce_source", "/support",
                        "ce_subject", request.key(),
                        "ce_time", request.requestedAt().toString(),
                        "ce_recordedtime", Instant.now().toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        try {
            writer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("support is not heard", e);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
