package io.latchkey.notice.kafka;

import io.latchkey.notice.app.LoanKeys;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads an assigned partition of {@code loan-keys} on where the database ends, not where Kafka believes: keys and offsets
 * were committed together. Without a mark it is read from the beginning, which is how a dropped database is rebuilt.
 */
@ApplicationScoped
@Identifier("key-assignments")
class KeyAssignments implements KafkaConsumerRebalanceListener {

    private final LoanKeys loanKeys;

    KeyAssignments(LoanKeys loanKeys) {
        this.loanKeys = loanKeys;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            // The poll thread has to wait here: it may not read before it knows where.
            long next = Outages.<Long>outlast("offset of " + partition, () -> loanKeys.next(partition.partition()))
                    .await()
                    .indefinitely();
            consumer.seek(partition, next);
        }
    }
}
