package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activation;
import static io.latchkey.ingest.WebhookBodies.closure;
import static io.latchkey.ingest.WebhookBodies.payment;
import static io.latchkey.ingest.WebhookBodies.pending;
import static io.latchkey.ingest.WebhookBodies.request;
import static io.latchkey.ingest.WebhookBodies.reversal;
import static io.latchkey.ingest.WebhookBodies.watermark;
import static io.latchkey.ingest.WebhookBodies.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a request: it ends in an answer that is documented and says what is wrong, and in no event. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SpoiledRequestsIT {

    private static final List<String> VALID = List.of(
            payment("LN-S", "spoilt", 500),
            pending("LN-S", "spoilt", 500),
            reversal("LN-S", "spoilt"),
            activation("LN-S", 500),
            closure("LN-S"),
            request("lock.requested", "LN-S", "spoilt", "stolen"),
            withdrawal("LN-S", "spoilt"),
            watermark("2026-01-01T00:00:00Z"));

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private int before;

    @BeforeEach
    void countEvents() {
        before = new TopicRecords(bootstrapServers).of("installment-events").size();
    }

    @AfterEach
    void noneLeftAnEvent() {
        assertThat(new TopicRecords(bootstrapServers).of("installment-events")).hasSize(before);
    }

    @Test
    void aThousandAreEachRefusedWithAReason() {
        refuses(1, 1_000);
    }

    @Test
    @Tag("long")
    void tenThousandAreEachRefusedWithAReason() {
        refuses(2, 10_000);
    }

    private void refuses(long seed, int many) {
        Random chance = new Random(seed);
        for (int i = 0; i < many; i++) {
            SpoiledRequest spoilt = SpoiledRequest.of(VALID.get(chance.nextInt(VALID.size())), chance);

            HttpResponse<String> answer = SignedPost.bytes("spoilt-" + seed + "-" + i, spoilt.body(), events);

            assertThat(answer.statusCode())
                    .as("seed " + seed + ", number " + i + ", " + spoilt + ", answered " + answer.body())
                    .isIn(spoilt.statuses());
            JsonPath problem = JsonPath.from(answer.body());
            assertThat(problem.getString("detail")).as("%s", spoilt).isNotBlank();
            assertThat(answer.body()).as("%s", spoilt).doesNotContain("Exception", "java.");
            if (answer.statusCode() == 422) {
                assertThat(problem.getString("errors[0].pointer"))
                        .as("%s", spoilt)
                        .startsWith("/");
            }
        }
    }
}
