package io.latchkey.kit.kafka;

import static java.util.stream.Collectors.toMap;

import io.latchkey.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The topics, each read once from its beginning to where it ended when the reading began, by a consumer that belongs to no
 * group and commits nothing. Callers wait. All calls fail with {@link org.apache.kafka.common.KafkaException} if Kafka is
 * away.
 */
@ApplicationScoped
public class TopicArchive {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int PORTION = 1000;

    private final String bootstrapServers;

    TopicArchive(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Tells whether anything was ever written to a topic.
     *
     * @param topic the topic
     * @return true if it has a record, or had one
     */
    public boolean holds(Topic topic) {
        return with(consumer -> consumer.endOffsets(partitionsOf(topic, consumer)).values().stream()
                .anyMatch(end -> end > 0));
    }

    /**
     * Counts a topic's partitions.
     *
     * @param topic the topic
     * @return how many it has
     */
    public int partitions(Topic topic) {
        return with(consumer -> partitionsOf(topic, consumer).size());
    }

    /**
     * Reads events. What cannot be read is left out, for it lies among the dead letters.
     *
     * @param topic the topic
     * @param take takes one portion after the other, those of a partition in order
     * @return where each partition ended
     */
    public Map<TopicPartition, Long> facts(Topic topic, Consumer<List<Inbound.Fact>> take) {
        return records(topic, records -> {
            List<Inbound.Fact> facts = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> one : records) {
                if (EventCodec.read(one) instanceof Inbound.Fact fact) {
                    facts.add(fact);
                }
            }
            take.accept(facts);
        });
    }

    /**
     * Reads records.
     *
     * @param topic the topic
     * @param take takes one portion after the other, those of a partition in order
     * @return where each partition ended
     */
    public Map<TopicPartition, Long> records(Topic topic, Consumer<ConsumerRecords<String, byte[]>> take) {
        return with(consumer -> {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    take.accept(records);
                }
            }
            return partitions.stream().collect(toMap(Function.identity(), consumer::position));
        });
    }

    private static List<TopicPartition> partitionsOf(Topic topic, KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
    }

    private <T> T with(Function<KafkaConsumer<String, byte[]>, T> reading) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        PORTION,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        Math.toIntExact(POLL.toMillis())),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            return reading.apply(consumer);
        }
    }
}
