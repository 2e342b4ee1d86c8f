package io.latchkey.system.bench.rival;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The two ways to work off a topic: by poll batches, or event by event. */
final class Loops {

    private static final Duration POLL = Duration.ofMillis(500);

    private Loops() {}

    /** Takes a poll at a time; offsets move when all that it led to is confirmed. */
    static void byBatch(
            KafkaConsumer<String, byte[]> consumer,
            Function<ConsumerRecords<String, byte[]>, List<CompletableFuture<Void>>> work) {
        while (true) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                CompletableFuture.allOf(work.apply(records).toArray(CompletableFuture[]::new))
                        .join();
                consumer.commitAsync();
            }
        }
    }

    /** Takes one event at a time, each to its end; offsets move after the poll. */
    static void byEvent(KafkaConsumer<String, byte[]> consumer, Consumer<ConsumerRecord<String, byte[]>> work) {
        while (true) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            records.forEach(work);
            if (!records.isEmpty()) {
                consumer.commitSync();
            }
        }
    }

    static CompletableFuture<Void> send(
            KafkaProducer<String, byte[]> producer, String topic, String key, byte[] value) {
        CompletableFuture<Void> confirmed = new CompletableFuture<>();
        var unused = producer.send(new ProducerRecord<>(topic, key, value), (metadata, failure) -> {
            if (failure == null) {
                confirmed.complete(null);
            } else {
                confirmed.completeExceptionally(failure);
            }
        });
        return confirmed;
    }
}
