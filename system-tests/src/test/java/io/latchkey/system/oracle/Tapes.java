package io.latchkey.system.oracle;

import io.latchkey.events.Event;
import io.latchkey.events.EventJson;
import io.latchkey.events.EventTypes;
import io.latchkey.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All topics from their beginning, and dead letters from now on; read on as they grow. */
final class Tapes implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> reader;
    private final Map<Topic, Map<String, List<Line>>> byKey = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> deadLetters = new ArrayList<>();

    /**
     * A record.
     *
     * @param id its event's id: who says it again says it under the same id
     * @param event what it says
     * @param stands where and when it stands
     */
    record Line(String id, Event event, ConsumerRecord<String, byte[]> stands) {}

    Tapes(String bootstrapServers) {
        reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> topics = partitions(Topic::topicName);
        List<TopicPartition> deadLetterTopics = partitions(Topic::deadLetterTopicName);
        reader.assign(Stream.of(topics, deadLetterTopics).flatMap(List::stream).toList());
        reader.seekToBeginning(topics);
        reader.seekToEnd(deadLetterTopics);
        deadLetterTopics.forEach(reader::position); // now, and not when they are first read
    }

    private List<TopicPartition> partitions(Function<Topic, String> name) {
        return Stream.of(Topic.values())
                .flatMap(topic -> reader.partitionsFor(name.apply(topic)).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Reads all that stands there now. */
    void readOn() {
        Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            reader.poll(POLL).forEach(this::keep);
        }
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        for (Topic topic : Topic.values()) {
            if (record.topic().equals(topic.deadLetterTopicName())) {
                deadLetters.add(record);
            } else if (record.topic().equals(topic.topicName()) && record.key() != null && record.value() != null) {
                EventTypes.byName(Headers.of(record, "ce_type")).ifPresent(type -> byKey.computeIfAbsent(
                                topic, unused -> new HashMap<>())
                        .computeIfAbsent(record.key(), unused -> new ArrayList<>())
                        .add(new Line(Headers.of(record, "ce_id"), EventJson.read(type, record.value()), record)));
            }
        }
    }

    /** All lines of a key, in their order, also those that were said again. */
    List<Line> of(Topic topic, String key) {
        return byKey.getOrDefault(topic, Map.of()).getOrDefault(key, List.of());
    }

    /** What a topic says under a key, each once. */
    <E extends Event> List<E> said(Topic topic, String key, Class<E> type) {
        Map<String, E> once = new LinkedHashMap<>();
        of(topic, key).stream()
                .filter(line -> type.isInstance(line.event()))
                .forEach(line -> once.putIfAbsent(line.id(), type.cast(line.event())));
        return List.copyOf(once.values());
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        return List.copyOf(deadLetters);
    }

    @Override
    public void close() {
        reader.close();
    }
}
