package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Backlog;
import io.latchkey.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks Kafka how far the two consumer groups behind us lag. Nobody but the clock's turn waits for the answer, which is
 * good for a second. A group that has committed nothing has everything before it.
 */
@ApplicationScoped
class GroupBacklog implements Backlog {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final Map<String, Topic> GROUPS =
            Map.of("token-issuer", Topic.LOCK_INTENTS, "device-gateway", Topic.DEVICE_TOKENS);

    private final Uni<Long> records;

    GroupBacklog(KafkaOffsets offsets) {
        records = Uni.join()
                .all(GROUPS.entrySet().stream()
                        .map(group -> offsets.ends(group.getValue()).chain(ends -> offsets.committed(group.getKey())
                                .map(committed -> lag(ends, committed))))
                        .toList())
                .andFailFast()
                .map(lags -> lags.stream().mapToLong(lag -> lag).max().orElseThrow())
                .memoize()
                .forFixedDuration(GOOD_FOR);
    }

    @Override
    public Uni<Long> records() {
        return records;
    }

    private static long lag(
            Map<TopicPartition, Long> ends, Map<TopicPartition, @Nullable OffsetAndMetadata> committed) {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - taken(committed.get(end.getKey())))
                .sum();
    }

    private static long taken(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
