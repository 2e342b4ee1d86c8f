package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activation;
import static io.latchkey.ingest.WebhookBodies.closure;
import static io.latchkey.ingest.WebhookBodies.payment;
import static io.latchkey.ingest.WebhookBodies.reversal;
import static io.latchkey.ingest.WebhookBodies.watermark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.kit.personal.ContactKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WebhookIT {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @TestHTTPResource("/q/health/ready")
    URI ready;

    @Inject
    ContactKeys contactKeys;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void anAcceptedPaymentStandsOnTheTopicUnderItsLoanWithAllHeaders() {
        HttpResponse<String> answer = SignedPost.of("on-topic", payment("LN-ON-TOPIC", "on-topic", 12_500))
                .with("traceparent", PARENT)
                .to(events);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).getString("status")).isEqualTo("accepted");
        assertThat(published(eventId(answer))).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(json(answer).getString("loanId"));
            assertThat(record.value()).contains("\"paymentId\":\"on-topic\"").contains("\"minorUnits\":12500");
            assertThat(TopicRecords.header(record, "ce_type")).isEqualTo("io.latchkey.PaymentReceived.v1");
            assertThat(TopicRecords.header(record, "ce_source")).isEqualTo("/latchkey/payment-ingest");
            assertThat(TopicRecords.header(record, "ce_subject")).isEqualTo(record.key());
            assertThat(TopicRecords.header(record, "ce_time")).isEqualTo("2027-01-31T09:00:00Z");
            assertThat(TopicRecords.header(record, "traceparent")).startsWith(PARENT.substring(0, 36));
        });
    }

    @Test
    void nothingPersonalIsOnAnyTopic() {
        assertThat(post("personal-1", activation("LN-PERSONAL", 500)).statusCode())
                .isEqualTo(202);
        assertThat(post("personal-2", closure("LN-PERSONAL")).statusCode()).isEqualTo(202);

        assertThat(new TopicRecords(bootstrapServers).ofAllTopics())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.key() + record.value() + record.headers())
                        .doesNotContain("LN-PERSONAL")
                        .doesNotContain(WebhookBodies.IMEI)
                        .doesNotContain(WebhookBodies.SECOND_IMEI)
                        .doesNotContain("asha@example.com")
                        .doesNotContain("+254711111111"));
    }

    @Test
    void theKeyOfASealedContactIsInKafkaAndStaysTheFirstOne() {
        String loanId = json(post("sealed-1", activation("LN-SEALED", 500))).getString("loanId");
        post("sealed-1", activation("LN-SEALED", 500));
        post("sealed-2", activation("LN-SEALED", 500));

        assertThat(new TopicRecords(bootstrapServers).of("loan-keys"))
                .filteredOn(record -> loanId.equals(record.key()))
                .singleElement()
                .satisfies(key -> {
                    JsonPath event = JsonPath.from(of("installment-events", loanId));
                    assertThat(contactKeys
                                    .unwrap(JsonPath.from(key.value()).getString("wrapped"))
                                    .open(event.getString("contact"))
                                    .email())
                            .contains("asha@example.com");
                });
    }

    private String of(String topic, String loanId) {
        return new TopicRecords(bootstrapServers)
                .of(topic).stream()
                        .filter(record -> loanId.equals(record.key()))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    @Test
    void thePartnerAndItsPolicyAreAnnouncedBeforeTheServiceIsReady() {
        await().until(() -> SignedPost.get(ready).statusCode() == 200);

        assertThat(new TopicRecords(bootstrapServers).of("partners"))
                .extracting(record -> TopicRecords.header(record, "ce_id"))
                .containsSubsequence("sandbox:profile:1", "sandbox:policy:standard:1");
    }

    @Test
    void aRepetitionIsAnsweredWithTheFirstEvent() {
        String first = eventId(post("again-1", payment("LN-AGAIN", "again", 500)));

        HttpResponse<String> sameRequest = post("again-1", payment("LN-AGAIN", "again", 500));
        HttpResponse<String> sameFact = post("again-2", payment("LN-AGAIN", "again", 500));

        assertThat(List.of(sameRequest, sameFact)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).getString("status")).isEqualTo("duplicate");
            assertThat(eventId(answer)).isEqualTo(first);
        });
        assertThat(published(first)).hasSize(1);
    }

    @Test
    void otherContentUnderAKnownKeyIsAConflictThatNamesTheField() {
        post("conflict-1", payment("LN-CONFLICT", "conflict", 500));
        post("conflict-2", payment("LN-CONFLICT", "conflict", 500));
        post("conflict-3", activation("LN-CONFLICT", 500));

        assertThat(conflict("conflict-4", payment("LN-CONFLICT", "conflict", 501)))
                .contains("/data/amount");
        assertThat(conflict("conflict-5", payment("LN-OTHER", "conflict", 500))).contains("/data/accountNumber");
        assertThat(conflict("conflict-1", closure("LN-CONFLICT"))).contains("/type");
        assertThat(conflict("conflict-2", payment("LN-CONFLICT", "other", 500))).contains("/data/paymentId");
        assertThat(conflict("conflict-6", activation("LN-CONFLICT", 400))).contains("loan.amended");
    }

    @Test
    void aReversalFollowsItsPaymentUnderTheSameLoan() {
        post("reversed-1", payment("LN-REVERSED", "reversed", 500));

        HttpResponse<String> answer = post("reversed-2", reversal("LN-REVERSED", "reversed"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(published(eventId(answer))).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(json(answer).getString("loanId"));
            assertThat(TopicRecords.header(record, "ce_type")).isEqualTo("io.latchkey.PaymentReversed.v1");
        });
        assertThat(post("reversed-3", reversal("LN-REVERSED", "reversed")).statusCode())
                .isEqualTo(200);
        assertThat(conflict("reversed-4", reversal("LN-OTHER", "reversed"))).contains("/data/accountNumber");
    }

    @Test
    void aWatermarkStandsInEveryPartition() {
        HttpResponse<String> answer = post("watermark", watermark("2026-02-03T08:00:00Z"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).getString("loanId")).isNull();
        assertThat(new TopicRecords(bootstrapServers)
                        .of("installment-events").stream()
                                .filter(record ->
                                        TopicRecords.header(record, "ce_id").startsWith(eventId(answer) + "/"))
                                .map(ConsumerRecord::partition))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    @Test
    void racingDuplicatesGetOneEvent() {
        List<HttpResponse<String>> answers = race(i -> post("race", payment("LN-RACE", "race", 500)));
        List<HttpResponse<String>> more = race(i -> post("race-" + i, payment("LN-RACE", "race-2", 500)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 202));
        assertThat(answers.stream().map(WebhookIT::eventId).distinct()).hasSize(1);
        assertThat(more.stream().map(WebhookIT::eventId).distinct()).hasSize(1);
    }

    @Test
    void oneOfManyFactsThatRaceForAWebhookIdWins() {
        List<HttpResponse<String>> answers = race(i -> post("mine", payment("LN-MINE", "mine-" + i, 500)));

        assertThat(answers.stream().map(HttpResponse::statusCode).filter(status -> status == 202))
                .hasSize(1);
        assertThat(answers.stream().map(HttpResponse::statusCode).filter(status -> status == 409))
                .hasSize(7);
    }

    private static List<HttpResponse<String>> race(IntFunction<HttpResponse<String>> request) {
        List<CompletableFuture<HttpResponse<String>>> racing = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i), Thread::startVirtualThread))
                .toList();
        return racing.stream().map(CompletableFuture::join).toList();
    }

    private Stream<ConsumerRecord<String, String>> recordsOf(String eventId) {
        return new TopicRecords(bootstrapServers)
                .of("installment-events").stream()
                        .filter(record -> TopicRecords.header(record, "ce_id").equals(eventId));
    }

    private List<ConsumerRecord<String, String>> published(String eventId) {
        return recordsOf(eventId).toList();
    }

    private String conflict(String webhookId, String body) {
        HttpResponse<String> answer = post(webhookId, body);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        return json(answer).getString("detail");
    }

    private HttpResponse<String> post(String webhookId, String body) {
        return SignedPost.of(webhookId, body).to(events);
    }

    private static String eventId(HttpResponse<String> answer) {
        return json(answer).getString("eventId");
    }

    private static JsonPath json(HttpResponse<String> answer) {
        return JsonPath.from(answer.body());
    }
}
