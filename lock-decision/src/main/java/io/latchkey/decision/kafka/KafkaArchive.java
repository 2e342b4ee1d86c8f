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
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.kafka.TopicArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What lock-decision reads in the topics again. */
@ApplicationScoped
class KafkaArchive implements Archive {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TopicArchive topics;
    private final String group;
    private final KafkaOffsets offsets;
    private final KafkaPartitioning partitioning;
    private final SystemClock clock;

    KafkaArchive(
            TopicArchive topics,
            @ConfigProperty(name = "quarkus.application.name") String group,
            KafkaOffsets offsets,
            KafkaPartitioning partitioning,
            SystemClock clock) {
        this.topics = topics;
        this.group = group;
        this.offsets = offsets;
        this.partitioning = partitioning;
        this.clock = clock;
    }

    @Override
    public boolean holds(Topic topic) {
        return topics.holds(topic);
    }

    @Override
    public Map<Source, Long> happened(Topic topic, Consumer<Batch<LoanEvent>> take) {
        partitioning.learn(topics.partitions(Topic.INSTALLMENT_EVENTS));
        return sources(topics.records(
                topic,
                records -> take.accept(
                        Poll.of(records, KafkaArchive::loanEvent, clock.now()).batch())));
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
        partitioning.learn(topics.partitions(Topic.INSTALLMENT_EVENTS));
        return sources(topics.facts(topic, take));
    }

    private static Map<Source, Long> sources(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .collect(toMap(
                        one -> new Source(one.getKey().topic(), one.getKey().partition()), Map.Entry::getValue));
    }
}
