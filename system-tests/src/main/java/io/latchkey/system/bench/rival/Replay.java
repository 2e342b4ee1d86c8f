package io.latchkey.system.bench.rival;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes payments for many loans, each like one that payment-ingest published before. */
public final class Replay {

    /** Where lock-decision reads payments. */
    static final String TOPIC = "installment-events";

    private static final String PAYMENT = "io.latchkey.PaymentReceived.v1";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Replay() {}

    /**
     * Publishes so many payments of one minor unit, to the loans in turn.
     *
     * @param bootstrapServers of Kafka
     * @param loanIds the loans
     * @param count how many payments
     */
    public static void payments(String bootstrapServers, List<String> loanIds, int count) {
        ConsumerRecord<String, byte[]> pattern = pattern(bootstrapServers);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 20),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ObjectNode payment = (ObjectNode) JSON.readTree(pattern.value());
            for (int i = 0; i < count; i++) {
                var unused = producer.send(record(pattern, payment, loanIds.get(i % loanIds.size())));
            }
            producer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the pattern of a payment cannot be read", e);
        }
    }

    private static ProducerRecord<String, byte[]> record(
            ConsumerRecord<String, byte[]> pattern, ObjectNode payment, String loanId) throws IOException {
        String id = UUID.randomUUID().toString();
        payment.put("loanId", loanId).put("paymentId", id);
        payment.withObject("/amount").put("minorUnits", 1);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, loanId, JSON.writeValueAsBytes(payment));
        for (Header header : pattern.headers()) {
            String value =
                    switch (header.key()) {
                        case "ce_id" -> id;
                        case "ce_subject" -> loanId;
                        default -> new String(header.value(), UTF_8);
                    };
            record.headers().add(header.key(), value.getBytes(UTF_8));
        }
        return record;
    }

    private static ConsumerRecord<String, byte[]> pattern(String bootstrapServers) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(one -> new TopicPartition(TOPIC, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> one : consumer.poll(POLL)) {
                    Header type = one.headers().lastHeader("ce_type");
                    if (type != null && PAYMENT.equals(new String(type.value(), UTF_8))) {
                        return one;
                    }
                }
            }
            throw new IllegalStateException("no payment stands in " + TOPIC);
        }
    }
}
