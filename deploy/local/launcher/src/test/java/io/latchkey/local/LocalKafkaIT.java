package io.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class LocalKafkaIT {

    @TempDir
    private Path folder;

    @Test
    void hasEveryTopicAndItsDeadLettersWhenItSaysReady() throws ExecutionException, InterruptedException {
        try (LocalKafka kafka = LocalKafka.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var names = admin.listTopics().names().get();

            for (Topic topic : Topic.values()) {
                assertThat(names).contains(topic.topicName(), topic.deadLetterTopicName());
            }
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws ExecutionException, InterruptedException {
        int port;
        try (LocalKafka kafka = LocalKafka.start(folder)) {
            port = kafka.port();
            send(kafka, "paid");
            kafka.kill();
        }

        try (LocalKafka again = LocalKafka.start(folder, port, LocalTopics.all())) {
            assertThat(readFirst(again)).isEqualTo("paid");
        }
    }

    private static void send(LocalKafka kafka, String value) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("installment-events", 0, "ln", value))
                    .get();
        }
    }

    private static String readFirst(LocalKafka kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("installment-events", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
