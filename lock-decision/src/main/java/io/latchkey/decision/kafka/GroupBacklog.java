package io.latchkey.decision.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Backlog;
import io.latchkey.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks Kafka how far the two consumer groups behind us lag. Nobody but the clock's turn waits for the answer, which is
 * good for a second. A group that has committed nothing has everything before it.
 */
@ApplicationScoped
class GroupBacklog implements Backlog {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Map<String, Topic> GROUPS =
            Map.of("token-issuer", Topic.LOCK_INTENTS, "device-gateway", Topic.DEVICE_TOKENS);

    private final Admin admin;
    private final Uni<Long> records;

    GroupBacklog(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis())));
        records = Uni.join()
                .all(GROUPS.entrySet().stream()
                        .map(group -> lag(group.getKey(), group.getValue()))
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

    private Uni<Long> lag(String group, Topic topic) {
        return answer(() -> admin.describeTopics(List.of(topic.topicName())).allTopicNames())
                .map(topics -> requireNonNull(topics.get(topic.topicName())).partitions().stream()
                        .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
                        .collect(toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .chain(latest -> answer(() -> admin.listOffsets(latest).all()))
                .chain(ends -> answer(
                                () -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                        .map(committed -> lag(ends, committed)));
    }

    private static long lag(
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, @Nullable OffsetAndMetadata> committed) {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - taken(committed.get(end.getKey())))
                .sum();
    }

    private static long taken(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> Uni<T> answer(Supplier<KafkaFuture<T>> question) {
        return Uni.createFrom().completionStage(() -> question.get().toCompletionStage());
    }

    @PreDestroy
    void close() {
        admin.close(PATIENCE);
    }
}
