package io.latchkey.local.containers;

import io.latchkey.local.LocalKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes and reads one partition. */
final class Records implements AutoCloseable {

    private static final TopicPartition PARTITION = new TopicPartition("installment-events", 0);

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final Admin admin;

    Records(LocalKafka kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        admin = Admin.create(settings);
    }

    Set<String> topics() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }

    void send(String value) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "ln", value))
                .get();
    }

    String first() {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }

    @Override
    public void close() {
        admin.close();
        consumer.close();
        producer.close();
    }
}
