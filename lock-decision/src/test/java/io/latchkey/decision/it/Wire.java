package io.latchkey.decision.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.Event;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.Topic;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Both ends of the topics around the service. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    Wire(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : List.of(
                Topic.LOCK_INTENTS.topicName(),
                Topic.LOAN_DECISIONS.topicName(),
                Topic.INSTALLMENT_EVENTS.deadLetterTopicName())) {
            consumer.partitionsFor(topic).forEach(info -> all.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    String send(Event event) {
        return send(event, Optional.empty());
    }

    String send(Event event, Optional<Integer> partition) {
        String id = UUID.randomUUID().toString();
        EventMeta meta = new EventMeta(id, Instant.now(), Instant.now(), Optional.empty(), TraceParent.root());
        send(EventCodec.write(new OutgoingEvent(event, meta, partition), "/latchkey/test"));
        return id;
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says for the sandbox that no payment is missing, today and for years to come. */
    void completeFeed() {
        completeFeed(new FeedWatermark(Story.SANDBOX, Instant.parse("2100-01-01T00:00:00Z")));
    }

    /** Says it in every partition, as a watermark must be. */
    void completeFeed(FeedWatermark mark) {
        producer.partitionsFor(Topic.INSTALLMENT_EVENTS.topicName())
                .forEach(info -> send(mark, Optional.of(info.partition())));
    }

    /** Waits until an event of a kind came that satisfies a condition. */
    <E extends Event> E await(Class<E> type, Predicate<E> condition) {
        return type.cast(((Inbound.Fact) EventCodec.read(awaitRecord(type, condition))).event());
    }

    <E extends Event> ConsumerRecord<String, byte[]> awaitRecord(Class<E> type, Predicate<E> condition) {
        return awaitRaw(record -> EventCodec.read(record) instanceof Inbound.Fact fact
                && type.isInstance(fact.event())
                && condition.test(type.cast(fact.event())));
    }

    ConsumerRecord<String, byte[]> awaitRaw(Predicate<ConsumerRecord<String, byte[]>> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<ConsumerRecord<String, byte[]>> found =
                    seen.stream().filter(condition).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            poll();
        }
        throw new AssertionError("nothing came that satisfies the condition; seen: "
                + seen.stream().map(record -> new String(record.value(), UTF_8)).toList());
    }

    /** Everything of a kind that came so far. */
    <E extends Event> List<E> all(Class<E> type, Predicate<E> condition) {
        int before;
        do {
            before = seen.size();
            poll();
        } while (seen.size() > before);
        return seen.stream()
                .map(EventCodec::read)
                .filter(Inbound.Fact.class::isInstance)
                .map(inbound -> ((Inbound.Fact) inbound).event())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(condition)
                .toList();
    }

    /** How many records topics hold; those that hold none are left out. */
    Map<String, Long> ends(List<Topic> topics) {
        Map<String, Long> ends = new HashMap<>();
        for (Topic topic : topics) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.endOffsets(partitions).values().stream()
                    .filter(end -> end > 0)
                    .forEach(end -> ends.merge(topic.topicName(), end, Long::sum));
        }
        return ends;
    }

    /** Whether a group has told the broker that it consumed a topic to its end. */
    boolean isTold(String group, Topic topic) {
        try {
            long told = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(one -> one.getKey().topic().equals(topic.topicName()))
                    .mapToLong(one -> one.getValue().offset())
                    .sum();
            return told == ends(List.of(topic)).getOrDefault(topic.topicName(), 0L);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.close();
    }
}
