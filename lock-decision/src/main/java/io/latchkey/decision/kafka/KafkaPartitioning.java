package io.latchkey.decision.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.decision.app.Partitioning;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * The partitioner of Kafka's own producers, which every writer of {@code installment-events} uses: murmur2 of the key. The
 * number of partitions is fixed at a topic's birth.
 */
@ApplicationScoped
class KafkaPartitioning implements Partitioning {

    private volatile int partitions;

    void learn(int numberOfPartitions) {
        partitions = numberOfPartitions;
    }

    @Override
    public int of(LoanId loanId) {
        return of(loanId.value());
    }

    @Override
    public int of(PartnerId partnerId) {
        return of(partnerId.value());
    }

    private int of(String key) {
        int known = partitions;
        if (known == 0) {
            throw new IllegalStateException("the number of partitions is not known before the first assignment");
        }
        return BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), known);
    }
}
