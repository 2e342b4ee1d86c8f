package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@Tag("long")
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    Runnable stopKafka;
    Runnable startKafka;
    Runnable stopPostgres;
    Runnable startPostgres;

    @Test
    void whileKafkaIsAwayNothingIsAcceptedAndARetryThenSendsTheEventOnce() {
        assertThat(post("kafka-0", "kafka-0").statusCode()).isEqualTo(202);
        during(stopKafka, startKafka, () -> {
            assertTurnedAway(post("kafka-1", "kafka-1"));
            assertTurnedAway(post("kafka-1", "kafka-1"));
        });

        String eventId = JsonPath.from(retry("kafka-1", "kafka-1").body()).getString("eventId");

        assertThat(idsOf("kafka-1")).containsExactly(eventId);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsAccepted() {
        during(stopPostgres, startPostgres, () -> assertTurnedAway(post("postgres-1", "postgres-1")));
        assertThat(idsOf("postgres-1")).isEmpty();

        retry("postgres-1", "postgres-1");

        assertThat(idsOf("postgres-1")).hasSize(1);
    }

    /** Starts the server again whatever happens, for the tests that follow. */
    private static void during(Runnable stop, Runnable start, Runnable outage) {
        stop.run();
        try {
            outage.run();
        } finally {
            start.run();
        }
    }

    private HttpResponse<String> retry(String webhookId, String paymentId) {
        return await().atMost(PATIENCE).until(() -> post(webhookId, paymentId), answer -> Set.of(200, 202)
                .contains(answer.statusCode()));
    }

    private static void assertTurnedAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
    }

    private List<String> idsOf(String paymentId) {
        return new TopicRecords(bootstrapServers).idsOf(paymentId);
    }

    private HttpResponse<String> post(String webhookId, String paymentId) {
        return SignedPost.of(webhookId, payment("LN-OUTAGE", paymentId, 500)).to(events);
    }
}
