package io.latchkey.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that stands on a topic, or on all of them. */
record TopicRecords(String bootstrapServers) {

    List<ConsumerRecord<String, String>> of(String topic) {
        try (var consumer = consumer()) {
            return readAll(
                    consumer,
                    consumer.partitionsFor(topic).stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList());
        }
    }

    /** Of the events that tell of a payment, in their order. */
    List<String> idsOf(String paymentId) {
        return of("installment-events").stream()
                .filter(record -> record.value().contains("\"" + paymentId + "\""))
                .map(record -> header(record, "ce_id"))
                .toList();
    }

    List<ConsumerRecord<String, String>> ofAllTopics() {
        try (var consumer = consumer()) {
            return readAll(
                    consumer,
                    consumer.listTopics().values().stream()
                            .flatMap(List::stream)
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList());
        }
    }

    private static List<ConsumerRecord<String, String>> readAll(
            KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** The event of that id; said in words if there is none. */
    String value(String topic, String eventId) {
        return of(topic).stream()
                .filter(record -> header(record, "ce_id").equals(eventId))
                .map(ConsumerRecord::value)
                .findFirst()
                .orElse("not announced");
    }
}
