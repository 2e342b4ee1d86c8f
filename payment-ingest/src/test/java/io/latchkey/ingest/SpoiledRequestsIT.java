package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activation;
import static io.latchkey.ingest.WebhookBodies.closure;
import static io.latchkey.ingest.WebhookBodies.payment;
import static io.latchkey.ingest.WebhookBodies.pending;
import static io.latchkey.ingest.WebhookBodies.request;
import static io.latchkey.ingest.WebhookBodies.reversal;
import static io.latchkey.ingest.WebhookBodies.watermark;
import static io.latchkey.ingest.WebhookBodies.withdrawal;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
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

    @TestHTTPResource("/v1/partners/sandbox/statements")
    URI statements;

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
        refuses(1, 700);
        refusesHeaders(1, 150);
        refusesReports(1, 150);
    }

    @Test
    @Tag("long")
    void tenThousandAreEachRefusedWithAReason() {
        refuses(2, 7_000);
        refusesHeaders(2, 1_500);
        refusesReports(2, 1_500);
    }

    @Test
    void whoSendsDropByDropIsTurnedAwayToSendAgain() throws IOException {
        try (Socket dawdler = new Socket(events.getHost(), events.getPort())) {
            dawdler.setSoTimeout(30_000);
            dawdler.getOutputStream()
                    .write(("POST " + events.getPath() + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\n\r\n{\"type\"")
                            .getBytes(US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(dawdler.getInputStream(), US_ASCII)).readLine())
                    .contains("503");
        }
    }

    private void refusesHeaders(long seed, int many) {
        Random chance = new Random(seed);
        for (int i = 0; i < many; i++) {
            SpoiledHeaders.Spoilt spoilt =
                    SpoiledHeaders.of("headers-" + seed + "-" + i, payment("LN-S", "spoilt", 500), chance);

            HttpResponse<String> answer = spoilt.post().to(events);

            String as = "seed " + seed + ", number " + i + ", " + spoilt.how() + ", answered " + answer.body();
            assertThat(answer.statusCode()).as(as).isEqualTo(spoilt.status());
            demandReason(answer, as);
        }
    }

    private void refusesReports(long seed, int many) {
        Random chance = new Random(seed);
        for (int i = 0; i < many; i++) {
            SpoiledReport spoilt = SpoiledReport.of(chance);

            HttpResponse<String> answer =
                    SignedPost.bytes("report-" + seed + "-" + i, "application/xml", spoilt.body(), statements);

            String as = "seed " + seed + ", number " + i + ", " + spoilt + ", answered " + answer.body();
            assertThat(answer.statusCode()).as(as).isIn(spoilt.statuses());
            if (answer.statusCode() == 200) {
                JsonPath receipt = JsonPath.from(answer.body());
                assertThat(receipt.getInt("refused")).as(as).isEqualTo(1);
                assertThat(receipt.getInt("accepted") + receipt.getInt("parked"))
                        .as(as)
                        .isZero();
                assertThat(receipt.getString("refusals[0].detail")).as(as).isNotBlank();
            } else {
                demandReason(answer, as);
            }
        }
    }

    private static void demandReason(HttpResponse<String> answer, String as) {
        assertThat(JsonPath.from(answer.body()).getString("detail")).as(as).isNotBlank();
        assertThat(answer.body()).as(as).doesNotContain("Exception", "java.");
    }

    private void refuses(long seed, int many) {
        Random chance = new Random(seed);
        for (int i = 0; i < many; i++) {
            SpoiledRequest spoilt = SpoiledRequest.of(VALID.get(chance.nextInt(VALID.size())), chance);

            HttpResponse<String> answer =
                    SignedPost.bytes("spoilt-" + seed + "-" + i, "application/json", spoilt.body(), events);

            assertThat(answer.statusCode())
                    .as("seed " + seed + ", number " + i + ", " + spoilt + ", answered " + answer.body())
                    .isIn(spoilt.statuses());
            demandReason(answer, spoilt.toString());
            if (answer.statusCode() == 422) {
                assertThat(JsonPath.from(answer.body()).getString("errors[0].pointer"))
                        .as("%s", spoilt)
                        .startsWith("/");
            }
        }
    }
}
