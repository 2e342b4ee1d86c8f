package io.latchkey.tools.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The dead-letter topics. They keep what lies in them; that a letter is settled is said by a record beside it, whose header
 * {@code dlq_settles} names its offset.
 */
final class LetterBox implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PATIENCE_MILLIS = 15_000;
    private static final String SETTLES = "dlq_settles";
    private static final String SETTLED = "dlq_settled";

    private final String bootstrapServers;
    private final KafkaConsumer<byte[], byte[]> consumer;

    LetterBox(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * All letters.
     *
     * @param topics that they were meant for
     * @return in the order of topic, partition and offset
     */
    List<Letter> letters(Collection<Topic> topics) {
        return topics.stream()
                .flatMap(topic -> letters(topic).stream())
                .sorted(Comparator.comparing(Letter::id))
                .toList();
    }

    private List<Letter> letters(Topic topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.deadLetterTopicName()).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        List<Letter> letters = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            List<ConsumerRecord<byte[], byte[]>> records = read(partition);
            Map<Long, String> settled = settled(records);
            records.stream()
                    .filter(record -> Letter.text(record.headers(), SETTLES).isEmpty())
                    .map(record -> new Letter(
                            new LetterId(topic, record.partition(), record.offset()),
                            record,
                            Optional.ofNullable(settled.get(record.offset()))))
                    .forEach(letters::add);
        }
        return letters;
    }

    private static Map<Long, String> settled(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Long, String> settled = new HashMap<>();
        records.forEach(record -> Letter.text(record.headers(), SETTLES)
                .ifPresent(offset -> settled.put(
                        Long.valueOf(offset),
                        Letter.text(record.headers(), SETTLED).orElse("settled"))));
        return settled;
    }

    private List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition) {
        List<TopicPartition> only = List.of(partition);
        consumer.assign(only);
        consumer.seekToBeginning(only);
        long end = consumer.endOffsets(only).getOrDefault(partition, 0L);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (consumer.position(partition) < end) {
            records.addAll(consumer.poll(POLL).records(partition));
        }
        return records;
    }

    /**
     * Writes a letter's record anew where it was meant for: what its readers did before with it has no effect twice.
     *
     * @param letter the letter
     * @return where it lies now
     * @throws KafkaException if Kafka does not take it; the letter is open as before
     */
    RecordMetadata replay(Letter letter) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                letter.id().topic().topicName(),
                letter.originPartition().orElse(null),
                letter.record().key(),
                letter.record().value(),
                letter.ownHeaders());
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            RecordMetadata written = confirmed(producer, record);
            settle(producer, letter, "replayed to offset " + written.offset());
            return written;
        }
    }

    /**
     * Notes that nothing shall become of a letter.
     *
     * @param letter the letter
     * @param why for whoever asks later
     */
    void discard(Letter letter, String why) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            settle(producer, letter, "discarded: " + why);
        }
    }

    private static void settle(KafkaProducer<byte[], byte[]> producer, Letter letter, String how) {
        ProducerRecord<byte[], byte[]> note = new ProducerRecord<>(
                letter.id().topic().deadLetterTopicName(),
                letter.id().partition(),
                letter.record().key(),
                new byte[0]);
        note.headers()
                .add(SETTLES, Long.toString(letter.id().offset()).getBytes(UTF_8))
                .add(SETTLED, how.getBytes(UTF_8));
        confirmed(producer, note);
    }

    private static RecordMetadata confirmed(
            KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted", e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS / 2,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
