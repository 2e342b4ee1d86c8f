package io.latchkey.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts records aside that could not be processed, with the reason and their origin in headers. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final KafkaSender sender;
    private final String service;

    DeadLetters(KafkaSender sender, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sender = sender;
        this.service = service;
    }

    /**
     * Puts records aside.
     *
     * @param poison records that no retry will help; none is fine
     * @return completes when Kafka has all of them; only then may their offsets be passed
     */
    public Uni<Void> send(List<Inbound.Poison> poison) {
        return sender.send(poison.stream().map(this::deadLetter).toList())
                .invoke(() -> poison.forEach(one -> LOG.errorf(
                        "Record put aside topic=%s partition=%d offset=%d reason=%s",
                        one.record().topic(),
                        one.record().partition(),
                        one.record().offset(),
                        one.reason())));
    }

    private ProducerRecord<String, byte[]> deadLetter(Inbound.Poison poison) {
        ConsumerRecord<String, byte[]> origin = poison.record();
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(origin.topic() + ".dlq", null, origin.key(), origin.value(), origin.headers());
        put(letter, "dlq_reason", poison.reason());
        put(letter, "dlq_consumer", service);
        put(letter, "dlq_topic", origin.topic());
        put(letter, "dlq_partition", Integer.toString(origin.partition()));
        put(letter, "dlq_offset", Long.toString(origin.offset()));
        return letter;
    }

    private static void put(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(UTF_8));
    }
}
