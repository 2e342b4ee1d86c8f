package io.latchkey.notice.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.LoanId;
import io.latchkey.events.Topic;
import io.latchkey.notice.app.KeyFeed;
import io.latchkey.notice.app.LoanKeys;
import io.latchkey.notice.app.UnavailableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** Compares the end of a loan's partition with what the database has read of it, by whichever instance. */
@ApplicationScoped
class KafkaKeyFeed implements KeyFeed {

    private static final String TOPIC = Topic.LOAN_KEYS.topicName();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaClientService clients;
    private final LoanKeys loanKeys;

    KafkaKeyFeed(KafkaClientService clients, LoanKeys loanKeys) {
        this.clients = clients;
        this.loanKeys = loanKeys;
    }

    private record End(int partition, long offset) {}

    @Override
    public Uni<Boolean> isReadFor(LoanId loanId) {
        return clients.<String, byte[]>getConsumer(TOPIC)
                .runOnPollingThread((Consumer<String, byte[]> consumer) -> end(consumer, loanId))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new UnavailableException("Kafka does not tell the end of " + TOPIC))
                .chain(end -> loanKeys.next(end.partition()).map(next -> next >= end.offset()));
    }

    private static End end(Consumer<String, byte[]> consumer, LoanId loanId) {
        int partitions = consumer.partitionsFor(TOPIC).size();
        // As Kafka's own producers choose it, which every writer of keys uses.
        int number = BuiltInPartitioner.partitionForKey(loanId.value().getBytes(UTF_8), partitions);
        TopicPartition partition = new TopicPartition(TOPIC, number);
        Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition));
        return new End(number, ends.getOrDefault(partition, Long.MAX_VALUE));
    }
}
