package io.latchkey.notice;

import static io.latchkey.notice.Notices.notice;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.events.NoticeReceipt;
import io.latchkey.events.NoticeReceipt.NoticeFailed;
import io.latchkey.events.NoticeReceipt.NoticeSent;
import io.latchkey.events.testing.Exchange;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.personal.Contact;
import io.latchkey.kit.personal.ContactKeys;
import io.latchkey.kit.personal.LoanKey;
import io.latchkey.kit.testing.OpenApiContract;
import io.latchkey.kit.testing.TopicLog;
import io.latchkey.notice.NoticeServers.InjectMail;
import io.latchkey.notice.NoticeServers.MailServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = NoticeServers.class, restrictToAnnotatedClass = true)
class NoticeSenderIT {

    @Inject
    EventPublisher publisher;

    @Inject
    ContactKeys contactKeys;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @InjectMail
    MailServer mail;

    private Correspondence with;

    @BeforeEach
    void takeALoan() {
        with = new Correspondence(publisher, contactKeys, bootstrapServers, mail);
    }

    @Test
    void anOrderedNoticeIsMailedInTheBorrowersLanguageAndProved() {
        with.publish(with.order("n1")
                .locale("sw-KE")
                .contact(with.keyAndContact(with.address()))
                .build());

        NoticeSent sent = with.awaitReceipt("n1", NoticeSent.class);

        Map<String, Object> letter = with.awaitLetters(1).getFirst();
        assertThat(sent.channel()).isEqualTo("email");
        assertThat(letter.get("messageId")).isEqualTo(sent.messageId());
        assertThat(letter.get("to")).isEqualTo(List.of(with.address()));
        assertThat(letter.get("subject")).isEqualTo("Tafadhali lipa KES 5,000.00 kwa Sandbox Mobile Finance");
        assertThat((String) letter.get("text"))
                .contains("Kiasi unachodaiwa: KES 5,000.00", "31 Januari 2027", "24 Machi 2027")
                .contains("kifaa chako kitafungwa", "- kamera", "+254700000000", "Simu za dharura");
        assertThat((String) letter.get("html")).contains("<li>kamera</li>");
    }

    @Test
    void namesInAnyScriptArriveWhole() {
        with.publish(with.order("n1")
                .locale("hi-IN")
                .lender("सैंडबॉक्स मोबाइल फ़ाइनेंस")
                .owing("INR", 12_345_600, 12_345_600, 10)
                .kind(Kind.ALL_IS_DUE)
                .contact(with.keyAndContact(with.address()))
                .build());

        Map<String, Object> letter = with.awaitLetters(1).getFirst();
        assertThat(letter.get("subject")).isEqualTo("सैंडबॉक्स मोबाइल फ़ाइनेंस को आपकी पूरी शेष राशि देय है");
        assertThat((String) letter.get("text")).contains("INR 1,23,456.00", "आपातकालीन कॉल हमेशा काम करती हैं");
    }

    @Test
    void twoDeliveriesOfOneNoticeAreTheSameMessage() {
        NoticeOrdered notice =
                with.order("n1").contact(with.keyAndContact(with.address())).build();
        with.publish(notice);
        with.publish(notice);

        List<Map<String, Object>> letters = with.awaitLetters(2);
        assertThat(letters.get(0).get("messageId")).isEqualTo(letters.get(1).get("messageId"));
    }

    @Test
    void anAddressThatIsRefusedForGoodIsAFailure() {
        with.publish(with.order("n1")
                .contact(with.keyAndContact(with.loan().value() + "@refused.invalid"))
                .build());

        NoticeFailed failed = with.awaitReceipt("n1", NoticeFailed.class);
        assertThat(failed.reason()).isEqualTo("refused");
        assertThat(failed.channel()).isEqualTo("email");
    }

    @Test
    void whoeverLeftNoAddressCannotBeMailed() {
        with.publish(with.order("n1").build());
        LoanKey key = LoanKey.random();
        with.publishKey(key);
        with.publish(with.order("n2")
                .contact(key.seal(new Contact(Optional.empty(), Optional.of("+254700000001"))))
                .build());

        assertThat(with.awaitReceipt("n1", NoticeFailed.class).reason()).isEqualTo("no-channel");
        assertThat(with.awaitReceipt("n2", NoticeFailed.class).reason()).isEqualTo("no-channel");
        assertThat(with.awaitReceipt("n2", NoticeFailed.class).channel()).isEqualTo("none");
    }

    @Test
    void aMailServerThatIsAwayIsOutlasted() {
        mail.down();
        try {
            double before = postponed();
            with.publish(
                    with.order("n1").contact(with.keyAndContact(with.address())).build());
            await().atMost(Correspondence.PATIENCE).until(() -> postponed() >= before + 2);
            assertThat(with.receipt(with.loan() + ":n1")).isEmpty();
        } finally {
            mail.up();
        }

        assertThat(with.awaitReceipt("n1", NoticeSent.class).messageId())
                .isEqualTo(with.awaitLetters(1).getFirst().get("messageId"));
    }

    private double postponed() {
        return metrics.counter("latchkey.letters.postponed").count();
    }

    @Test
    void anErasedLoanIsMailedNoMore() throws Exception {
        String contact = with.keyAndContact(with.address());
        with.publish(with.order("n1").contact(contact).build());
        with.awaitReceipt("n1", NoticeSent.class);

        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("loan-keys", with.loan().value(), null))
                    .get();
        }
        with.publish(with.order("n2").contact(contact).build());

        // A tombstone may be read after a notice that was ordered at the same moment; from then on there is no key.
        Optional<NoticeReceipt> second = await().atMost(Correspondence.PATIENCE)
                .until(() -> with.receipt(with.loan() + ":n2"), Optional::isPresent);
        with.publish(with.order("n3").contact(contact).build());
        assertThat(second).isPresent();
        assertThat(with.awaitReceipt("n3", NoticeFailed.class).reason()).isEqualTo("erased");
    }

    @Test
    void aContactThatItsKeyDoesNotOpenIsPutAsideAndTheRestGoesOn() {
        with.keyAndContact(with.address());
        with.publish(with.order("n1")
                .contact(LoanKey.random().seal(new Contact(Optional.of(with.address()), Optional.empty())))
                .build());
        with.publish(with.order("n2").build());

        assertThat(with.awaitReceipt("n2", NoticeFailed.class).reason()).isEqualTo("no-channel");
        assertThat(with.receipt(with.loan() + ":n1")).isEmpty();
        try (TopicLog letters = new TopicLog(bootstrapServers, "borrower-notices.dlq")) {
            await().atMost(Correspondence.PATIENCE).until(() -> letters.records().stream()
                    .anyMatch(one -> with.loan().value().equals(one.key())));
        }
    }

    @Test
    void aLetterThatCameBackIsAFailure() {
        with.publish(
                with.order("n1").contact(with.keyAndContact(with.address())).build());
        String messageId = with.awaitReceipt("n1", NoticeSent.class).messageId();

        Response answer = bounce("for-tests", "{\"messageId\":\"" + messageId + "\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("noticeId")).isEqualTo(with.loan() + ":n1");
        assertThat(with.awaitReceipt("n1", NoticeFailed.class).reason()).isEqualTo("bounced");
    }

    @Test
    void onlyAnOperatorReportsOnlyLettersOfOurs() {
        assertThat(bounce("wrong", "{}").statusCode()).isEqualTo(401);
        assertThat(bounce("for-tests", "[]").statusCode()).isEqualTo(400);
        assertThat(bounce("for-tests", "{").statusCode()).isEqualTo(400);
        assertThat(bounce("for-tests", "{}").jsonPath().getString("errors[0].pointer"))
                .isEqualTo("/messageId");
        assertThat(bounce("for-tests", "{\"messageId\":\"<1@example.org>\"}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void itIsReadyAndShowsItsMetrics() {
        with.publish(with.order("n1").build());
        with.awaitReceipt("n1", NoticeFailed.class);

        await().untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
        assertThat(get("/q/metrics").asString()).contains("latchkey_notices_total{outcome=\"no-channel\"");
    }

    private Response bounce(String token, String body) {
        Response answer = given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/v1/bounces");
        OpenApiContract.document()
                .check(new Exchange(
                        "post",
                        "/v1/bounces",
                        answer.statusCode() == 202 ? body : "",
                        answer.statusCode(),
                        Map.of(
                                "Content-Type",
                                answer.contentType(),
                                "WWW-Authenticate",
                                Optional.ofNullable(answer.header("WWW-Authenticate"))
                                        .orElse("")),
                        answer.asString()));
        return answer;
    }
}
