package io.latchkey.system.bench.rival;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Signs what is due into a token of the size that ours have. */
final class Sign {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64.encodeToString("{\"alg\":\"ES256\",\"typ\":\"device-token+jwt\",\"kid\":\"bench\"}".getBytes(UTF_8));

    private final Settings settings;
    private final KafkaProducer<String, byte[]> producer;
    private final ObjectMapper json = new ObjectMapper();
    private final Es256 es256;
    private final PrivateKey key;

    Sign(Settings settings) {
        this.settings = settings;
        this.producer = Links.producer(settings);
        this.es256 = Es256.of(settings);
        this.key = es256.privateKey();
    }

    void run() {
        var consumer = Links.consumer(settings, settings.topic("intents"));
        settings.ready("sign");
        if (settings.isFloor()) {
            Loops.byBatch(consumer, this::signAll);
        } else {
            Loops.byEvent(consumer, record -> signOne(record).join());
        }
    }

    private List<CompletableFuture<Void>> signAll(ConsumerRecords<String, byte[]> records) {
        List<CompletableFuture<Void>> sends = new ArrayList<>();
        records.forEach(record -> sends.add(signOne(record)));
        return sends;
    }

    private CompletableFuture<Void> signOne(ConsumerRecord<String, byte[]> record) {
        String input = HEADER + "." + BASE64.encodeToString(claims(record).getBytes(UTF_8));
        String token = input + "." + BASE64.encodeToString(es256.sign(key, input.getBytes(US_ASCII)));
        return Loops.send(producer, settings.topic("tokens"), record.key(), token.getBytes(US_ASCII));
    }

    private String claims(ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode intent = json.readTree(record.value());
            ObjectNode claims = json.createObjectNode()
                    .put("iss", "bench")
                    .put("aud", record.key())
                    .put("rev", intent.path("revision").longValue())
                    .put("stg", "REMINDED")
                    .put("due", intent.path("amountDue").longValue());
            claims.putArray("ntc").add(Rivals.NOTICE);
            return claims.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("an intent cannot be read", e);
        }
    }
}
