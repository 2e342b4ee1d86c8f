package io.latchkey.system;

import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.client.HandsetsClient;
import io.latchkey.system.client.OperatorClient;
import io.latchkey.system.client.PartnerClient;
import io.latchkey.system.client.RunningStack;
import io.latchkey.system.story.Borrower;
import io.latchkey.system.story.Imeis;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;

/** The steps of a sale, for whoever wants them in another order or more than once. */
record Handover(RunningStack faces, Borrower borrower) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A handset sold on one installment that has been due for some days. */
    static Handover of(Stack stack, int daysPastDue) {
        RunningStack faces = stack.faces();
        LocalDate today = new BusinessClockClient(faces)
                .now()
                .atZone(ZoneId.of(Borrower.ZONE))
                .toLocalDate();
        String imei = Imeis.random(RandomGenerator.getDefault());
        List<LocalDate> dueDates = List.of(today.minusDays(daysPastDue));
        return new Handover(faces, new Borrower("a borrower", "TEST-" + UUID.randomUUID(), imei, dueDates, Sale.PRICE));
    }

    /** The partner's word that the loan runs, not sent yet. */
    Delivery activation() {
        var now = new BusinessClockClient(faces).now();
        return Delivery.of(new PartnerClient(faces), PartnerClient.body("loan.activated", now, borrower.contract(now)));
    }

    Sale activate() {
        return saleBy(activation());
    }

    /** The whole price, for an account that nobody has heard of yet. */
    Sale payEarly() {
        return saleBy(new Sale(faces, borrower, "").payment());
    }

    private Sale saleBy(Delivery delivery) {
        return new Sale(
                faces,
                borrower,
                delivery.send().demand(202).body().path("loanId").asText());
    }

    String enrollmentCode() {
        return new OperatorClient(faces).enrollmentCode(borrower.accountNumber(), borrower.imei());
    }

    /** Tries again, as a user would, while a gateway that has only just come up does not answer. */
    void enroll() {
        HandsetsClient handsets = new HandsetsClient(faces);
        String code = enrollmentCode();
        Awaitility.await("the handset enrolls")
                .atMost(PATIENCE)
                .ignoreException(IllegalStateException.class)
                .until(() -> handsets.enroll(borrower.imei(), code), enrolled -> true);
    }

    /** Returns when Kafka has the enrollment: whatever dies then, the loan will find its handset. */
    void awaitEnrolled(Topics topics) {
        String deviceId = new HandsetsClient(faces).look(borrower.imei()).deviceId();
        topics.await(
                Topic.DEVICE_REPORTS.topicName(),
                report -> deviceId.equals(report.key())
                        && Topics.header(report, "ce_type").endsWith(".EnrollmentCompleted.v1"));
    }
}
