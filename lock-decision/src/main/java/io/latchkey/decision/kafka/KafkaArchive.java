package io.latchkey.decision.kafka;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Archive;
import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.Source;
import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.events.DeviceReport;
import io.latchkey.events.Event;
import io.latchkey.events.Topic;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.Inbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads topics with a consumer of its own, which belongs to no group and commits nothing. */
@ApplicationScoped
class KafkaArchive implements Archive {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PORTION = 1000;

    private final String bootstrapServers;
    private final String group;
    private final KafkaOffsets offsets;
    private final KafkaPartitioning partitioning;
    private final SystemClock clock;

    KafkaArchive(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String group,
            KafkaOffsets offsets,
            KafkaPartitioning partitioning,
            SystemClock clock) {
        this.bootstrapServers = bootstrapServers;
        this.group = group;
        this.offsets = offsets;
        this.partitioning = partitioning;
        this.clock = clock;
    }

    @Override
    public boolean holds(Topic topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitionsOf(topic, consumer)).values().stream()
                    .anyMatch(end -> end > 0);
        }
    }

    @Override
    public Map<Source, Long> happened(Topic topic, Consumer<Batch<LoanEvent>> take) {
        return read(
                topic,
                records -> take.accept(
                        Poll.of(records, KafkaArchive::loanEvent, clock.now()).batch()));
    }

    /** Of reports only those that bind: what else a handset said led to decisions, or will be said again. */
    private static Optional<LoanEvent> loanEvent(Event event, String id) {
        return event instanceof DeviceReport report
                ? DeviceWords.binding(report).map(LoanEvent.class::cast)
                : LoanEvents.of(event, id);
    }

    @Override
    public Map<Source, Long> taken(Topic topic) {
        return offsets.committed(group).await().atMost(PATIENCE).entrySet().stream()
                .filter(one -> one.getKey().topic().equals(topic.topicName()) && one.getValue() != null)
                .collect(toMap(
                        one -> new Source(one.getKey().topic(), one.getKey().partition()),
                        one -> one.getValue().offset()));
    }

    @Override
    public Map<Source, Long> said(Topic topic, Consumer<List<Inbound.Fact>> take) {
        return read(topic, records -> {
            List<Inbound.Fact> facts = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> one : records) {
                if (EventCodec.read(one) instanceof Inbound.Fact fact) {
                    facts.add(fact);
                }
            }
            take.accept(facts);
        });
    }

    private Map<Source, Long> read(Topic topic, Consumer<ConsumerRecords<String, byte[]>> take) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            partitioning.learn(
                    consumer.partitionsFor(Topic.INSTALLMENT_EVENTS.topicName()).size());
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
            return partitions.stream()
                    .collect(toMap(
                            partition -> new Source(partition.topic(), partition.partition()), consumer::position));
        }
    }

    private static List<TopicPartition> partitionsOf(Topic topic, KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
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
                new ByteArrayDeserializer());
    }
}
