package io.latchkey.kit.clock;

import io.latchkey.events.ClockMoved;
import io.latchkey.events.EventJson;
import io.latchkey.events.Topic;
import io.latchkey.kit.KitConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);
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

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
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
        hearWhatTimeItIs(reader);
        consumer = reader;
        thread = Thread.ofPlatform().daemon().name("local-clock").start(() -> follow(reader));
    }

    /** Before anything else begins: whoever worked by the system's time meanwhile would judge by the wrong day. */
    private void hearWhatTimeItIs(KafkaConsumer<String, byte[]> reader) {
        try {
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            long end = reader.endOffsets(List.of(PARTITION), PATIENCE).getOrDefault(PARTITION, 0L);
            while (reader.position(PARTITION, PATIENCE) < end && System.nanoTime() < giveUp) {
                hear(reader.poll(PAUSE));
            }
        } catch (KafkaException e) {
            LOG.warnf("The clock cannot be read, until then it shows the system's time reason=%s", e);
        }
    }

    private void hear(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> moved : records) {
            clock.moveTo(EventJson.read(ClockMoved.class, moved.value()).offset());
        }
    }

    private void follow(KafkaConsumer<String, byte[]> reader) {
        try (reader) {
            while (true) {
                hear(reader.poll(isBehind() ? PAUSE : POLL));
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
