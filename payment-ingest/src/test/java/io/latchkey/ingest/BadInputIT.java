package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BadInputIT {

    private static final String GOOD = payment("LN-BAD", "bad", 500);

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @TestHTTPResource("/v1/partners/nobody/events")
    URI unknownPartner;

    @TestHTTPResource("/v1/partners/NO%20SLUG/events")
    URI noSlug;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/v1/partners/hasty/events")
    URI eventsOfHasty;

    private int before;

    @BeforeEach
    void countEvents() {
        before = count();
    }

    @AfterEach
    void badInputLeavesNoEvent() {
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anUnknownPartnerComesBeforeEverythingElse() {
        SignedPost huge = SignedPost.of("w", "x".repeat(300_000)).without("webhook-signature");

        assertProblem(404, huge.to(unknownPartner));
        assertProblem(404, SignedPost.of("w", GOOD).to(noSlug));
    }

    @Test
    void aBodyOverTheLimitComesBeforeItsTypeAndSignature() {
        SignedPost huge = SignedPost.of("w", "x".repeat((256 << 10) + 1))
                .without("webhook-signature")
                .with("content-type", "text/plain");

        assertProblem(413, huge.to(events));
        assertProblem(413, huge.chunkedTo(events));
        assertProblem(400, SignedPost.of("w", "x".repeat(256 << 10)).to(events));
    }

    @Test
    void anotherTypeComesBeforeTheSignature() {
        assertProblem(
                415,
                SignedPost.of("w", GOOD)
                        .with("content-type", "text/plain")
                        .without("webhook-id")
                        .to(events));
        assertProblem(415, SignedPost.of("w", GOOD).without("content-type").to(events));
    }

    @Test
    void whatIsNotSignedNowByThePartnerIsNotRead() {
        SignedPost good = SignedPost.of("w", GOOD);
        String garbage = "garbage";

        for (String header : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            assertThat(assertProblem(401, good.without(header).to(events))).contains(header);
        }
        assertProblem(401, good.with("webhook-signature", "v1,AAAA").to(events));
        assertProblem(401, new SignedPost(good.headers(), garbage).to(events));
        assertProblem(
                401,
                SignedPost.at(Instant.now().minusSeconds(310), "w", garbage).to(events));
        assertProblem(
                401, SignedPost.at(Instant.now().plusSeconds(310), "w", garbage).to(events));
    }

    /** Its pace is one request a second after a burst of two. */
    @Test
    void whoSendsTooOftenIsToldWhenToSendTheSameAgainAndForgersCostItNothing() {
        SignedPost wrong = SignedPost.of("hasty", "not json");
        SignedPost forged = wrong.with("webhook-signature", "v1,AAAA");
        for (int i = 0; i < 10; i++) {
            assertProblem(401, forged.to(eventsOfHasty));
        }
        assertProblem(400, wrong.to(eventsOfHasty));

        HttpResponse<String> last = Stream.generate(() -> wrong.to(eventsOfHasty))
                .limit(20)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertProblem(429, last);
        assertThat(last.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertProblem(400, SignedPost.of("others", "not json").to(events));
    }

    @Test
    void whatIsNotStrictJsonIsRefused() {
        assertProblem(400, SignedPost.of("w", "not json").to(events));
        assertProblem(400, SignedPost.of("w", "").to(events));
        assertProblem(400, SignedPost.of("w", GOOD + "{}").to(events));
        assertProblem(
                400,
                SignedPost.of("w", GOOD.replace("\"amount\":500", "\"amount\":5,\"amount\":500"))
                        .to(events));
    }

    @Test
    void wrongFieldsAreNamedByPointer() {
        String worst = GOOD.replace("500", "1e400").replace("KES", "ZZZ").replace("2027-01-31T09", "2027-02-31T09");
        HttpResponse<String> answer = SignedPost.of("w", worst).to(events);

        assertProblem(422, answer);
        assertThat(JsonPath.from(answer.body()).getList("errors.pointer", String.class))
                .containsExactly("/timestamp", "/data/amount", "/data/currency");
        assertProblem(
                422,
                SignedPost.of("w", GOOD.replace("payment.received", "loan.deleted"))
                        .to(events));
    }

    @Test
    void eachOutcomeIsCounted() {
        SignedPost.of("w", GOOD).to(unknownPartner);

        assertThat(SignedPost.get(metrics).body()).contains("latchkey_webhooks_total{outcome=\"unknown-partner\"}");
    }

    private static String assertProblem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        return JsonPath.from(answer.body()).getString("detail");
    }

    private int count() {
        return new TopicRecords(bootstrapServers).of("installment-events").size();
    }
}
