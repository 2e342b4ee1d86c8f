package io.latchkey.kit.kafka;

import io.latchkey.kit.KitConfig;
import io.latchkey.kit.work.CallersContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one producer of a service: idempotent, acks=all. Records are handed to it by one thread of their own, in
 * the order of the calls, because {@code send} may block while Kafka is away.
 */
@ApplicationScoped
class KafkaSender {

    private final KafkaProducer<String, byte[]> producer;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("kafka-sender").factory());

    KafkaSender(KitConfig config, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        Duration timeout = config.publishTimeout();
        int half = Math.toIntExact(timeout.toMillis() / 2);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        config.publishLinger().toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        half,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        half,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Math.toIntExact(timeout.toMillis())),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    Uni<Void> send(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return CallersContext.awaits(Uni.createFrom().emitter(emitter -> hand.execute(() -> hand(records, emitter))));
    }

    /** Fails while Kafka is away and was never asked before. */
    Uni<Integer> partitionsOf(String topic) {
        return CallersContext.awaits(Uni.createFrom()
                .emitter(emitter -> hand.execute(() -> {
                    try {
                        emitter.complete(producer.partitionsFor(topic).size());
                    } catch (KafkaException | IllegalStateException e) {
                        emitter.fail(e);
                    }
                })));
    }

    private void hand(List<ProducerRecord<String, byte[]>> records, UniEmitter<? super Void> whole) {
        Confirmations confirmations = new Confirmations(records.size(), whole);
        for (ProducerRecord<String, byte[]> next : records) {
            try {
                Future<RecordMetadata> unused = producer.send(next, (metadata, failure) -> confirmations.one(failure));
            } catch (KafkaException | IllegalStateException e) {
                confirmations.one(e);
            }
        }
    }

    /** Completes when every record was confirmed or failed, so that a retry never overtakes what is still in flight. */
    private static final class Confirmations {

        private final int records;
        private final UniEmitter<? super Void> whole;
        private final AtomicInteger open;
        private final AtomicReference<@Nullable Exception> first = new AtomicReference<>();

        Confirmations(int records, UniEmitter<? super Void> whole) {
            this.records = records;
            this.whole = whole;
            this.open = new AtomicInteger(records);
        }

        void one(@Nullable Exception failure) {
            if (failure != null) {
                first.compareAndSet(null, failure);
            }
            if (open.decrementAndGet() > 0) {
                return;
            }
            Exception failed = first.get();
            if (failed == null) {
                whole.complete(null);
            } else {
                whole.fail(new PublishingFailedException(records, failed));
            }
        }
    }

    @PreDestroy
    void close() {
        hand.shutdown();
        producer.close(Duration.ofSeconds(5));
    }
}
