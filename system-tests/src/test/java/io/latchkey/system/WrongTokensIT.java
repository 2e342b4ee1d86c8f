package io.latchkey.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.HandsetView;
import java.io.IOException;
import java.text.ParseException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody who owns the broker and the gateway's certificate, but no signing key, can do to a handset: nothing. */
@ExtendWith(StackUnderTest.class)
class WrongTokensIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final Topics topics;

    WrongTokensIT(Stack stack) {
        this.stack = stack;
        this.topics = new Topics(stack);
    }

    @Test
    void aHandsetRefusesEachWithItsReasonStaysAsItIsAndStillObeysAGenuineOne() throws Exception {
        Sale sale = Sale.on(stack);
        HandsetView before = sale.look();
        String genuine = topics.tokenOf(before.deviceId(), before.revision());

        try (StolenGateway gateway = StolenGateway.of(stack)) {
            expectRefusal(gateway, before, anothersToken(), "wrong-device");
            expectRefusal(gateway, before, lockedBy(genuine, kid -> "unknown"), "unknown-key");
            expectRefusal(gateway, before, lockedBy(genuine, kid -> kid), "bad-signature");
            expectRefusal(gateway, before, unsigned(genuine), "wrong-algorithm");
            expectRefusal(gateway, before, "not a token", "not-a-jws");
            assertThat(sale.look()).isEqualTo(before);

            sale.pay();
            HandsetView free = sale.awaitStage("RELEASED");
            expectRefusal(gateway, free, genuine, "stale");
            assertThat(sale.look()).isEqualTo(free);
        }
    }

    private void expectRefusal(StolenGateway gateway, HandsetView handset, String token, String reason)
            throws Exception {
        gateway.publishRetained(handset.deviceId(), token.getBytes(US_ASCII));

        ConsumerRecord<String, byte[]> report = topics.await(
                Topic.DEVICE_REPORTS.topicName(),
                record -> record.key().equals(handset.deviceId())
                        && Topics.header(record, "ce_type").equals("io.latchkey.TokenRefused.v1")
                        && json(record).path("reason").asText().equals(reason));

        assertThat(json(report).path("signed").path("revision").asLong()).isEqualTo(handset.revision());
    }

    private String anothersToken() {
        HandsetView another = Sale.on(stack).look();
        return topics.tokenOf(another.deviceId(), another.revision());
    }

    private static String lockedBy(String genuine, Function<String, String> keyId)
            throws ParseException, JOSEException {
        SignedJWT model = SignedJWT.parse(genuine);
        JWTClaimsSet locked = new JWTClaimsSet.Builder(model.getJWTClaimsSet())
                .claim("rev", model.getJWTClaimsSet().getLongClaim("rev") + 1_000)
                .claim("stg", "LOCKED")
                .build();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("device-token+jwt"))
                        .keyID(keyId.apply(model.getHeader().getKeyID()))
                        .build(),
                locked);
        forged.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        return forged.serialize();
    }

    private static String unsigned(String genuine) {
        String header = "{\"alg\":\"none\",\"typ\":\"device-token+jwt\"}";
        return Base64URL.encode(header.getBytes(UTF_8)) + "." + genuine.split("\\.", -1)[1] + ".";
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new IllegalStateException("not JSON on " + record.topic(), e);
        }
    }
}
