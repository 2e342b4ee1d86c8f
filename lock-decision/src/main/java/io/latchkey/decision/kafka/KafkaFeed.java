package io.latchkey.decision.kafka;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Feed;
import io.latchkey.decision.app.Source;
import io.latchkey.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Compares what Kafka holds in our partitions with what was committed. */
@ApplicationScoped
class KafkaFeed implements Feed {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaOffsets offsets;
    private final Progress progress;

    KafkaFeed(KafkaOffsets offsets, Progress progress) {
        this.offsets = offsets;
        this.progress = progress;
    }

    @Override
    public Uni<Void> caughtUp() {
        return caughtUp(Topic.INSTALLMENT_EVENTS);
    }

    Uni<Void> caughtUp(Topic topic) {
        return Uni.createFrom()
                .deferred(() -> offsets.ends(ours(topic)))
                .map(KafkaFeed::bySource)
                .chain(ends -> Uni.createFrom()
                        .item(() -> progress.reached(ends))
                        .onItem()
                        .delayIt()
                        .by(PAUSE)
                        .repeat()
                        .until(reached -> reached)
                        .collect()
                        .last())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    private List<TopicPartition> ours(Topic topic) {
        List<TopicPartition> partitions = progress.assigned(topic.topicName());
        if (partitions.isEmpty()) {
            throw new IllegalStateException("no partition is assigned to this instance");
        }
        return partitions;
    }

    private static Map<Source, Long> bySource(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .collect(toMap(
                        end -> new Source(end.getKey().topic(), end.getKey().partition()), Map.Entry::getValue));
    }
}
