package io.latchkey.decision.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.latchkey.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where topics end and how far groups have come, asked on a connection of its own: on a consumer's the answer would wait
 * behind its fetch, which the broker holds for half a second while nothing comes.
 */
@ApplicationScoped
class KafkaOffsets {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;

    KafkaOffsets(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis())));
    }

    /** Where each partition of a topic ends. */
    Uni<Map<TopicPartition, Long>> ends(Topic topic) {
        return answer(() -> admin.describeTopics(List.of(topic.topicName())).allTopicNames())
                .chain(topics -> ends(requireNonNull(topics.get(topic.topicName())).partitions().stream()
                        .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
                        .toList()));
    }

    Uni<Map<TopicPartition, Long>> ends(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return answer(() -> admin.listOffsets(latest).all()).map(ends -> ends.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset())));
    }

    /** What a group has committed; nothing for a partition of which it has taken nothing. */
    Uni<Map<TopicPartition, @Nullable OffsetAndMetadata>> committed(String group) {
        return answer(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static <T> Uni<T> answer(Supplier<KafkaFuture<T>> question) {
        return Uni.createFrom().completionStage(() -> question.get().toCompletionStage());
    }

    @PreDestroy
    void close() {
        admin.close(PATIENCE);
    }
}
