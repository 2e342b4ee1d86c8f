package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activation;
import static io.latchkey.ingest.WebhookBodies.amendment;
import static io.latchkey.ingest.WebhookBodies.payment;
import static io.latchkey.ingest.WebhookBodies.pending;
import static io.latchkey.ingest.WebhookBodies.request;
import static io.latchkey.ingest.WebhookBodies.watermark;
import static io.latchkey.ingest.WebhookBodies.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LoanAndRequestIT {

    private static final String FIRST = "2026-02-01T09:00:00Z";
    private static final String SECOND = "2026-02-01T09:00:01Z";

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void amendmentsOfALoanAreAcceptedOneByOneInItsCurrency() {
        accepted("am-1", activation("LN-AMENDED", 500));

        ConsumerRecord<String, String> record = accepted("am-2", amendment("LN-AMENDED", FIRST, 250));
        accepted("am-3", amendment("LN-AMENDED", SECOND, 260));

        assertThat(TopicRecords.header(record, "ce_type")).isEqualTo("io.latchkey.LoanAmended.v1");
        assertThat(record.value()).contains("\"KES\"", "250", "\"statedAt\":\"" + FIRST + "\"");
        assertDuplicate("am-4", amendment("LN-AMENDED", FIRST, 250));
        assertThat(conflict("am-5", amendment("LN-AMENDED", FIRST, 251)))
                .contains("this timestamp", "/data/installments");
    }

    @Test
    void anAmendmentOfAnUnknownLoanMustNameItsCurrency() {
        String unknown = amendment("LN-AMENDED-EARLY", FIRST, 250);

        assertThat(faults("ae-1", unknown)).isEqualTo("[/data/currency]");
        accepted("ae-1", unknown.replace("\"effectiveAt\"", "\"currency\":\"KES\",\"effectiveAt\""));
        assertThat(faults(
                        "ae-2",
                        unknown.replace("\"amount\":250", "\"amount\":-1")
                                .replace("2027-03-31", "2300-01-01")
                                .replace("2027-02-01T09:00:00Z\"}", "soon\"}")))
                .isEqualTo("[/data/installments/0/dueDate, /data/installments/0/amount, /data/effectiveAt]");
    }

    @Test
    void moneyOnItsWayIsAFactBesideTheMoneyThatComes() {
        ConsumerRecord<String, String> record = accepted("pp-1", pending("LN-PENDING", "pending", 500));
        accepted("pp-2", payment("LN-PENDING", "pending", 400));

        assertThat(TopicRecords.header(record, "ce_type")).isEqualTo("io.latchkey.PaymentPending.v1");
        assertThat(record.value()).contains("\"initiatedAt\":\"2027-01-31T08:59:00Z\"", "\"acceptedAt\"");
        assertDuplicate("pp-3", pending("LN-PENDING", "pending", 500));
        assertThat(conflict("pp-4", pending("LN-PENDING", "pending", 501))).contains("this paymentId", "/data/amount");
        assertThat(faults("pp-5", pending("LN-PENDING", "a b", 0))).isEqualTo("[/data/paymentId, /data/amount]");
    }

    @Test
    void aLockAndAnUnlockAreRequestsOfTheirOwnIds() {
        ConsumerRecord<String, String> lock = accepted("rq-1", request("lock.requested", "LN-RQ", "rq-a", "stolen"));
        ConsumerRecord<String, String> unlock =
                accepted("rq-2", request("unlock.requested", "LN-RQ", "rq-b", "mistake"));

        assertThat(TopicRecords.header(lock, "ce_type")).isEqualTo("io.latchkey.LockRequested.v1");
        assertThat(lock.value()).contains("\"reason\":\"stolen\"").doesNotContain("LN-RQ");
        assertThat(TopicRecords.header(unlock, "ce_type")).isEqualTo("io.latchkey.UnlockRequested.v1");
        assertDuplicate("rq-3", request("lock.requested", "LN-RQ", "rq-a", "stolen"));
        assertThat(conflict("rq-4", request("lock.requested", "LN-RQ", "rq-a", "fraud")))
                .contains("this requestId", "/data/reason");
        assertThat(conflict("rq-5", request("unlock.requested", "LN-RQ", "rq-a", "stolen")))
                .contains("this requestId", "/type");
        assertThat(faults("rq-6", request("lock.requested", "LN-RQ", "", "revenge")))
                .isEqualTo("[/data/requestId, /data/reason]");
    }

    @Test
    void aWithdrawalNamesARequest() {
        ConsumerRecord<String, String> record = accepted("wd-1", withdrawal("LN-WD", "wd-a"));

        assertThat(TopicRecords.header(record, "ce_type")).isEqualTo("io.latchkey.RequestWithdrawn.v1");
        assertDuplicate("wd-2", withdrawal("LN-WD", "wd-a"));
        assertThat(conflict("wd-3", withdrawal("LN-OTHER", "wd-a"))).contains("this requestId", "/data/accountNumber");
        assertThat(faults("wd-4", withdrawal("", "a b"))).isEqualTo("[/data/accountNumber, /data/requestId]");
    }

    @Test
    void aFeedCannotBeCompleteInTheFuture() {
        Instant now = Instant.now();

        assertThat(faults("wm-1", watermark(now.plusSeconds(330).toString()))).isEqualTo("[/data/completeThrough]");
        assertThat(post("wm-1", watermark(now.plusSeconds(270).toString())).statusCode())
                .isEqualTo(202);
    }

    /** The record of a fact that is new. */
    private ConsumerRecord<String, String> accepted(String webhookId, String body) {
        HttpResponse<String> answer = post(webhookId, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonPath receipt = JsonPath.from(answer.body());
        ConsumerRecord<String, String> record = new TopicRecords(bootstrapServers)
                .of("installment-events").stream()
                        .filter(one -> TopicRecords.header(one, "ce_id").equals(receipt.getString("eventId")))
                        .findFirst()
                        .orElseThrow();
        assertThat(record.key()).isEqualTo(receipt.getString("loanId"));
        return record;
    }

    private void assertDuplicate(String webhookId, String body) {
        assertThat(post(webhookId, body).statusCode()).isEqualTo(200);
    }

    private String conflict(String webhookId, String body) {
        HttpResponse<String> answer = post(webhookId, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        return JsonPath.from(answer.body()).getString("detail");
    }

    private String faults(String webhookId, String body) {
        HttpResponse<String> answer = post(webhookId, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return JsonPath.from(answer.body())
                .getList("errors.pointer", String.class)
                .toString();
    }

    private HttpResponse<String> post(String webhookId, String body) {
        return SignedPost.of(webhookId, body).to(events);
    }
}
