package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@TestProfile(FrozenDatabaseIT.PatientWithStatements.class)
@QuarkusTestResource(RealServers.class)
@Tag("long")
@Timeout(120)
class FrozenDatabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> WEBHOOKS = List.of("frozen-1", "frozen-2", "frozen-3");

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    Runnable freezePostgres;
    Runnable thawPostgres;

    /** A statement that hangs does so for longer than the test may take, so nobody is answered because it ended. */
    public static final class PatientWithStatements implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("latchkey.statement-patience", "10m", "latchkey.answer-within", "3s");
        }
    }

    @Test
    void aWebhookBehindOnesThatHangIsTurnedAwayInItsOwnTimeAndItsRetryIsAcceptedOnce() {
        accepted("before");

        freezePostgres.run();
        try {
            // The first one's statement still hangs when the others come; they stand behind it.
            WEBHOOKS.forEach(this::assertTurnedAway);
        } finally {
            thawPostgres.run();
        }

        WEBHOOKS.forEach(this::assertRetryIsAcceptedOnce);
    }

    private void assertTurnedAway(String id) {
        HttpResponse<String> answer = post(id);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(idsOf(id)).isEmpty();
    }

    private void assertRetryIsAcceptedOnce(String id) {
        HttpResponse<String> retry = accepted(id);
        HttpResponse<String> repetition = post(id);

        assertThat(repetition.statusCode()).isEqualTo(200);
        assertThat(idsOf(id)).containsExactly(eventId(retry)).containsExactly(eventId(repetition));
    }

    private HttpResponse<String> accepted(String id) {
        return await().atMost(PATIENCE)
                .until(() -> post(id), answer -> Set.of(200, 202).contains(answer.statusCode()));
    }

    private HttpResponse<String> post(String id) {
        return SignedPost.of(id, payment("LN-FROZEN", id, 500)).to(events);
    }

    private static String eventId(HttpResponse<String> answer) {
        return JsonPath.from(answer.body()).getString("eventId");
    }

    private List<String> idsOf(String paymentId) {
        return new TopicRecords(bootstrapServers).idsOf(paymentId);
    }
}
