package io.latchkey.system;

import io.latchkey.events.DeviceToken;
import io.latchkey.events.EventJson;
import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.oracle.Headers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Reads topics from their beginning, as an auditor does, and writes to them, as an attacker might. */
final class Topics {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;

    Topics(Stack stack) {
        bootstrapServers = "127.0.0.1:" + stack.port("KAFKA");
    }

    static List<String> all() {
        return Stream.of(Topic.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterTopicName()))
                .toList();
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return Headers.of(record, name);
    }

    /** Waits for a record. */
    ConsumerRecord<String, byte[]> await(String topic, Predicate<ConsumerRecord<String, byte[]>> wish) {
        try (KafkaConsumer<String, byte[]> reader = readerOf(topic)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    if (wish.test(record)) {
                        return record;
                    }
                }
            }
            throw new AssertionError("no such record came to " + topic + " within " + PATIENCE);
        }
    }

    /** All that a topic has now. */
    List<ConsumerRecord<String, byte[]>> everythingIn(String topic) {
        try (KafkaConsumer<String, byte[]> reader = readerOf(topic)) {
            Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(POLL).forEach(all::add);
            }
            return all;
        }
    }

    /** Waits until Kafka has given up the last member of a consumer group. */
    void awaitNobodyIn(String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Awaitility.await("nobody is in group " + group).atMost(PATIENCE).until(() -> admin.describeConsumerGroups(
                            List.of(group))
                    .describedGroups()
                    .get(group)
                    .get()
                    .members()
                    .isEmpty());
        }
    }

    /** Lets a consumer group read everything again; nobody may be in it when it begins. */
    void rewind(String group) {
        awaitNobodyIn(group);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .forEach(partition -> begin.put(partition, new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, begin).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot rewind " + group, e);
        }
    }

    /** The token that signs a device's revision; waits for it. */
    String tokenOf(String deviceId, long revision) {
        ConsumerRecord<String, byte[]> found = await(
                Topic.DEVICE_TOKENS.topicName(),
                record -> deviceId.equals(record.key())
                        && EventJson.read(DeviceToken.class, record.value()).revision() == revision);
        return EventJson.read(DeviceToken.class, found.value()).token();
    }

    /** How many records a topic has now. */
    long length(String topic) {
        try (KafkaConsumer<String, byte[]> reader = readerOf(topic)) {
            return reader.endOffsets(reader.assignment()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Produces records again, as they stood. */
    void writeAgain(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(record ->
                write(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers())));
    }

    void write(ProducerRecord<String, byte[]> record) {
        try (KafkaProducer<String, byte[]> writer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            writer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot write to " + record.topic(), e);
        }
    }

    private KafkaConsumer<String, byte[]> readerOf(String topic) {
        KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        return reader;
    }
}
