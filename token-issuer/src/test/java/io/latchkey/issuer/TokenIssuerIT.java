package io.latchkey.issuer;

import static io.latchkey.issuer.Intents.intent;
import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.latchkey.events.DeviceToken;
import io.latchkey.events.EventJson;
import io.latchkey.events.testing.Exchange;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.testing.OpenApiContract;
import io.latchkey.kit.testing.TopicLog;
import io.latchkey.kit.trace.TraceParent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = IssuerServers.class, restrictToAnnotatedClass = true)
class TokenIssuerIT {

    @Inject
    EventPublisher publisher;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void anIntentBecomesATokenThatVerifiesAgainstTheKeySet() throws Exception {
        publish(41);

        JWSObject token = JWSObject.parse(
                EventJson.read(DeviceToken.class, awaitToken(41).value()).token());

        ECKey key = JWKSet.parse(get("/.well-known/jwks.json").asString())
                .getKeyByKeyId(token.getHeader().getKeyID())
                .toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getPayload().toJSONObject()).containsEntry("rev", 41L);
    }

    @Test
    void poisonIsPutAsideAndTheRestGoesOn() throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("lock-intents", Intents.DEVICE.value(), "{not json".getBytes(UTF_8)))
                    .get();
        }
        publish(42);

        assertThat(awaitToken(42).key()).isEqualTo(Intents.DEVICE.value());
        try (TopicLog letters = new TopicLog(bootstrapServers, "lock-intents.dlq")) {
            await().untilAsserted(() -> assertThat(letters.records()).hasSize(1));
            assertThat(letters.records().get(0).headers().lastHeader("dlq_reason"))
                    .isNotNull();
        }
    }

    @Test
    void theKeySetMayBeCachedAndHoldsNoPrivatePart() {
        var answer = get("/.well-known/jwks.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("max-age=300");
        assertThat(answer.jsonPath().getString("keys[0].kty")).isEqualTo("EC");
        assertThat(answer.jsonPath().getString("keys[0].d")).isNull();
        OpenApiContract.document()
                .check(new Exchange(
                        "get",
                        "/.well-known/jwks.json",
                        "",
                        200,
                        Map.of("Content-Type", answer.contentType(), "Cache-Control", answer.header("Cache-Control")),
                        answer.asString()));
    }

    @Test
    void itIsReadyAndShowsItsMetrics() {
        await().untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
        assertThat(get("/q/metrics").asString()).contains("latchkey_tokens_signed_total");
    }

    private void publish(long revision) {
        Instant now = Instant.now();
        EventMeta meta = new EventMeta(Intents.DEVICE + ":" + revision, now, now, Optional.empty(), TraceParent.root());
        publisher
                .publish(List.of(new OutgoingEvent(intent().revision(revision).build(), meta)))
                .await()
                .indefinitely();
    }

    private ConsumerRecord<String, byte[]> awaitToken(long revision) {
        try (TopicLog tokens = new TopicLog(bootstrapServers, "device-tokens")) {
            return await().until(
                            () -> tokens.records().stream()
                                    .filter(one -> EventJson.read(DeviceToken.class, one.value())
                                                    .revision()
                                            == revision)
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }
}
