package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Offsets;
import io.latchkey.decision.app.Source;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Goes on where the state in the database ends, not where Kafka believes: both were committed together. Without a mark
 * it begins at the beginning, which is how a dropped database is rebuilt.
 */
@ApplicationScoped
@Identifier("stored-offsets")
class StoredOffsetsListener implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(StoredOffsetsListener.class);
    private static final long PAUSE_MILLIS = 500;

    private final Offsets offsets;
    private final Progress progress;

    StoredOffsetsListener(Offsets offsets, Progress progress) {
        this.offsets = offsets;
        this.progress = progress;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (String topic :
                partitions.stream().map(TopicPartition::topic).distinct().toList()) {
            Map<Source, Long> stored = readPatiently(topic);
            progress.made(stored);
            for (TopicPartition partition : partitions) {
                if (partition.topic().equals(topic)) {
                    consumer.seek(partition, stored.getOrDefault(new Source(topic, partition.partition()), 0L));
                }
            }
        }
    }

    private Map<Source, Long> readPatiently(String topic) {
        while (true) {
            try {
                return offsets.of(topic);
            } catch (RuntimeException unavailable) {
                LOG.warnf("Consumed offsets cannot be read yet topic=%s cause=%s", topic, unavailable.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the database", stopped);
        }
    }
}
