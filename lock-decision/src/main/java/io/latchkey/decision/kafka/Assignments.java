package io.latchkey.decision.kafka;

import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.app.Claims;
import io.latchkey.decision.app.Offsets;
import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.app.Relay;
import io.latchkey.decision.app.Source;
import io.latchkey.events.Topic;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Takes partitions and gives them up.
 *
 * <p>An assigned partition is read on where the state in the database ends, not where Kafka believes: both were committed
 * together. Without a mark it is read from the beginning. A partition of
 * {@code installment-events} brings its loans: it is claimed in the database, and what its former owner left unpublished
 * is published.
 *
 * <p>Of a revoked partition no loan is judged and nothing is published any more; what is under way is given a moment to
 * end. What commits later all the same is safe: a batch finds its offsets consumed, a turn finds its claim gone, and words
 * wait in the outbox for the new owner.
 */
@ApplicationScoped
@Identifier("assignments")
class Assignments implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(Assignments.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long LOOK_AGAIN_MILLIS = 5;
    private static final int LOOKS = 200;

    private final Offsets offsets;
    private final Claims claims;
    private final Progress progress;
    private final KafkaPartitioning partitioning;
    private final Ownership ownership;
    private final Relay relay;

    Assignments(
            Offsets offsets,
            Claims claims,
            Progress progress,
            KafkaPartitioning partitioning,
            Ownership ownership,
            Relay relay) {
        this.offsets = offsets;
        this.claims = claims;
        this.progress = progress;
        this.partitioning = partitioning;
        this.ownership = ownership;
        this.relay = relay;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        partitioning.learn(
                consumer.partitionsFor(Topic.INSTALLMENT_EVENTS.topicName()).size());
        for (String topic :
                partitions.stream().map(TopicPartition::topic).distinct().toList()) {
            Map<Source, Long> stored = patiently("Consumed offsets", () -> offsets.of(topic));
            for (TopicPartition partition : partitions) {
                if (partition.topic().equals(topic)) {
                    Source source = sourceOf(partition);
                    long next = stored.getOrDefault(source, 0L);
                    consumer.seek(partition, next);
                    progress.begin(source, next);
                }
            }
        }
        Set<Integer> loans = ofLoans(partitions);
        if (!loans.isEmpty()) {
            patiently("Claims", () -> {
                claims.claim(loans, ownership.name());
                return loans;
            });
            ownership.take(loans);
            LOG.infof("Partitions are ours topic=%s partitions=%s", Topic.INSTALLMENT_EVENTS.topicName(), loans);
            relay.catchUpSoon();
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Set<Integer> loans = giveUp(partitions);
        for (int look = 0; !loans.isEmpty() && !relay.isIdle() && look < LOOKS; look++) {
            pause(LOOK_AGAIN_MILLIS);
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        giveUp(partitions);
    }

    private Set<Integer> giveUp(Collection<TopicPartition> partitions) {
        progress.end(partitions.stream().map(Assignments::sourceOf).toList());
        Set<Integer> loans = ofLoans(partitions);
        if (!loans.isEmpty()) {
            ownership.giveUp(loans);
            LOG.infof("Partitions are given up topic=%s partitions=%s", Topic.INSTALLMENT_EVENTS.topicName(), loans);
        }
        return loans;
    }

    private static Set<Integer> ofLoans(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(partition -> partition.topic().equals(Topic.INSTALLMENT_EVENTS.topicName()))
                .map(TopicPartition::partition)
                .collect(toSet());
    }

    private static Source sourceOf(TopicPartition partition) {
        return new Source(partition.topic(), partition.partition());
    }

    private static <T> T patiently(String what, Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException unavailable) {
                LOG.warnf("%s not at the database yet cause=%s", what, unavailable.toString());
                pause(PAUSE_MILLIS);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped in a rebalance", stopped);
        }
    }
}
