package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The checker beside the door that it speaks of. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CheckIT {

    private static final String SPACED = "{ \"type\": \"payment.received\", \"timestamp\": \"2026-02-01T09:00:00Z\","
            + " \"data\": { \"accountNumber\": \"LN-CHECK\", \"paymentId\": \"checked\", \"amount\": 100,"
            + " \"currency\": \"KES\", \"paidAt\": \"2026-02-01T08:59:00Z\" } }";

    @TestHTTPResource("/v1/partners/sandbox/checks")
    URI checks;

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @TestHTTPResource("/v1/partners/hasty/checks")
    URI ofNoSandbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void whatTheDoorWouldTakeIsRightInEveryPartAndIsNotTaken() {
        SignedPost post = SignedPost.of("check-right", payment("LN-CHECK", "check-right", 100));

        JsonPath found = JsonPath.from(post.to(checks).body());

        assertThat(found.getBoolean("accepted")).isTrue();
        assertThat(found.getList("findings.right", Boolean.class)).containsOnly(true);
        assertThat(new TopicRecords(bootstrapServers).idsOf("check-right")).isEmpty();
        assertThat(post.to(events).statusCode()).isEqualTo(202);
    }

    @Test
    void aBodyThatWasWrittenAnewAfterItWasSignedIsTold() {
        SignedPost compact = SignedPost.of("check-compact", SPACED.replace(" ", ""));
        SignedPost sent = new SignedPost(compact.headers(), SPACED);

        JsonPath found = JsonPath.from(sent.to(checks).body());

        assertThat(found.getBoolean("accepted")).isFalse();
        assertThat(wrong(found)).containsExactly("webhook-signature");
        assertThat(found.getString("findings.find { !it.right }.detail")).contains("without blanks between its fields");
        assertThat(sent.to(events).statusCode()).isEqualTo(401);
    }

    @Test
    void everyFaultIsToldAtOnceTheFieldsOfTheBodyToo() {
        SignedPost post = SignedPost.of("check-wrong", payment("LN-CHECK", "check-wrong", -5))
                .with("content-type", "text/plain")
                .with("webhook-timestamp", "1")
                .without("webhook-id");

        JsonPath found = JsonPath.from(post.to(checks).body());

        assertThat(wrong(found))
                .containsExactly("content-type", "webhook-id", "webhook-timestamp", "webhook-signature", "body");
        assertThat(found.getString("findings.find { it.pointer != null }.pointer"))
                .isEqualTo("/data/amount");
    }

    @Test
    void onlyASandboxIsToldSoMuch() {
        SignedPost post = SignedPost.of("check-other", payment("LN-CHECK", "check-other", 100));

        assertThat(post.to(ofNoSandbox).statusCode()).isEqualTo(404);
        assertThat(SignedPost.of("check-large", " ".repeat(20 << 10)).to(checks).statusCode())
                .isEqualTo(413);
    }

    private static List<String> wrong(JsonPath found) {
        return found.getList("findings.findAll { !it.right }.part", String.class);
    }
}
