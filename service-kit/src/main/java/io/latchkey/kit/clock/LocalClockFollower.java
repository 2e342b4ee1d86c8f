package io.latchkey.kit.clock;

import io.latchkey.events.ClockMoved;
import io.latchkey.events.EventJson;
import io.latchkey.events.Topic;
import io.latchkey.kit.KitConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the business clock of a local stack at the offset that topic {@code local-clock} says. */
@ApplicationScoped
class LocalClockFollower {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.LOCAL_CLOCK.topicName(), 0);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = Logger.getLogger(LocalClockFollower.class);

    private final BusinessClock clock;
    private final KitConfig config;
    private final Instance<AfterClockMove> works;
    private final String bootstrapServers;
    private volatile Duration followed = Duration.ZERO;
    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    LocalClockFollower(
            BusinessClock clock,
            KitConfig config,
            Instance<AfterClockMove> works,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.clock = clock;
        this.config = config;
        this.works = works;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent event) {
        if (!config.localClock()) {
            return;
        }
        KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        reader.assign(List.of(PARTITION));
        reader.seekToBeginning(List.of(PARTITION));
        consumer = reader;
        thread = Thread.ofPlatform().daemon().name("local-clock").start(() -> follow(reader));
    }

    private void follow(KafkaConsumer<String, byte[]> reader) {
        try (reader) {
            while (true) {
                for (ConsumerRecord<String, byte[]> moved : reader.poll(isBehind() ? PAUSE : POLL)) {
                    clock.moveTo(EventJson.read(ClockMoved.class, moved.value()).offset());
                }
                if (isBehind()) {
                    catchUp();
                }
            }
        } catch (WakeupException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBehind() {
        return clock.offset().compareTo(followed) > 0;
    }

    private void catchUp() {
        Duration offset = clock.offset();
        try {
            works.forEach(AfterClockMove::catchUp);
            followed = offset;
        } catch (RuntimeException e) {
            LOG.warnf("The clock was moved and what follows is tried again offset=%s reason=%s", offset, e);
        }
    }

    /** How far the business clock was moved when this service had last done all that follows from a move. */
    Duration followed() {
        return followed;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (consumer != null && thread != null) {
            consumer.wakeup();
            thread.join(Duration.ofSeconds(5));
        }
    }
}
