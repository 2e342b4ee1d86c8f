package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.LoanRefused;
import io.latchkey.events.LoanDecision.LoanWaiting;
import io.latchkey.events.LoanDecision.PaymentParked;
import io.latchkey.events.LoanDecision.Released;
import io.latchkey.events.LoanDecision.StageEntered;
import io.latchkey.events.LoanDecision.StageKept;
import io.latchkey.events.LoanDecision.StageLeft;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Money;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.kit.clock.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalServers.class)
class LockDecisionIT {

    @Inject
    BusinessClock clock;

    @Inject
    KafkaClientService clients;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Wire wire;
    private Story loan;
    private Told told;

    @BeforeEach
    void openTheTopics() {
        wire = new Wire(bootstrapServers);
        wire.send(Story.partner());
        wire.completeFeed();
        wire.send(Story.policy(1));
        loan = Story.firstDueOn(today().plusDays(2));
        told = new Told(wire, loan);
    }

    @AfterEach
    void closeThem() {
        wire.close();
    }

    @Test
    void theFirstEnrollmentIsToldWhereItsLoanStands() {
        wire.send(loan.activated(1));
        told.decided(StageKept.class);
        String enrollment = wire.send(loan.enrolled(1));

        ConsumerRecord<String, byte[]> record = told.intentRecord(1);
        LockIntent intent = told.intent(1);

        assertThat(intent.stage()).isEqualTo(Stage.CURRENT);
        assertThat(intent.enrollments()).containsExactly(1);
        assertThat(intent.notice().amountDue()).isEqualTo(new Money(0, Story.KES));
        assertThat(Wire.header(record, "ce_id")).isEqualTo(loan.deviceId() + ":1");
        assertThat(Wire.header(record, "ce_causationid")).isEqualTo(enrollment);
        assertThat(Wire.header(record, "ce_source")).isEqualTo("/latchkey/lock-decision");
    }

    @Test
    void anEnrollmentBeforeItsLoanWaitsForIt() {
        wire.send(loan.enrolled(1));
        assertThat(told.decided(LoanWaiting.class).reason()).isEqualTo("not-activated-yet");

        wire.send(loan.activated(1));

        assertThat(told.intent(1).stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void aMissedInstallmentLocksAndThePaymentFrees() {
        wire.send(loan.activated(1));
        wire.send(loan.enrolled(1));
        told.intent(1);

        Told.walk("P48D");

        assertThat(told.intent(2).stage()).isEqualTo(Stage.REMINDED);
        assertThat(told.intentAt(Stage.RESTRICTED).restrictions())
                .containsExactly(Restriction.CAMERA, Restriction.GALLERY);
        LockIntent locked = told.intentAt(Stage.LOCKED);
        assertThat(locked.notice().amountDue().minorUnits()).isEqualTo(200);
        assertThat(locked.notice().oldestDueDate()).contains(loan.firstDue());
        StageEntered entered = wire.await(StageEntered.class, one -> mine(one) && one.stage() == Stage.LOCKED);
        assertThat(entered.basis().policyClause()).contains("standard@1/ladder/2");
        assertThat(entered.basis().reason()).isEqualTo("dpd-reached");

        String payment = wire.send(loan.paid("arrears", 200));

        LockIntent freed = told.intent(locked.revision() + 1);
        assertThat(freed.stage()).isEqualTo(Stage.CURRENT);
        assertThat(freed.reason()).isEqualTo("arrears-paid");
        assertThat(Wire.header(told.intentRecord(freed.revision()), "ce_causationid"))
                .isEqualTo(payment);
        assertThat(told.decided(StageLeft.class).from()).isEqualTo(Stage.LOCKED);

        wire.send(loan.paid("rest", 100));

        assertThat(told.intent(freed.revision() + 1).stage()).isEqualTo(Stage.RELEASED);
        assertThat(told.decided(Released.class).basis().reason()).isEqualTo("paid-in-full");
    }

    @Test
    void moneyForAnUnknownLoanIsParkedAndCountedOnceWhenTheLoanComes() {
        wire.send(loan.paid("early", 300));
        assertThat(told.decided(PaymentParked.class).reason()).isEqualTo("unknown-loan");

        wire.send(loan.activated(1));

        assertThat(told.decided(Released.class).basis().position().outstanding().minorUnits())
                .isZero();
    }

    @Test
    void recordsThatAreDeliveredAgainChangeNothing() {
        wire.send(loan.activated(1));
        wire.send(loan.enrolled(1));
        wire.send(loan.paid("first", 100));
        wire.await(StageKept.class, one -> mine(one) && one.number() == 3);
        told.intent(1);

        for (String channel : List.of("installment-events", "device-reports")) {
            clients.getConsumer(channel)
                    .runOnPollingThread(consumer -> {
                        consumer.seekToBeginning(consumer.assignment());
                    })
                    .await()
                    .indefinitely();
        }
        wire.send(loan.paid("second", 100));
        wire.await(StageKept.class, one -> mine(one) && one.number() == 4);

        assertThat(wire.all(LoanDecision.class, this::mine)).hasSize(4);
        assertThat(wire.all(LockIntent.class, told::mine)).hasSize(1);
    }

    @Test
    void aPoisonRecordIsPutAsideAndTheRestGoesOn() {
        wire.send(new ProducerRecord<>("installment-events", loan.loanId().value(), new byte[] {'{'}));
        wire.send(loan.activated(1));

        told.decided(StageKept.class);
        ConsumerRecord<String, byte[]> letter = wire.awaitRaw(record ->
                record.topic().endsWith(".dlq") && loan.loanId().value().equals(record.key()));
        assertThat(Wire.header(letter, "dlq_reason")).contains("ce_type");
    }

    @Test
    void aSecondLoanOfOneHandsetBeginsWhenTheFirstIsOver() {
        Story second = loan.sameHandset();
        wire.send(loan.activated(1));
        wire.send(loan.enrolled(1));
        told.intent(1);
        wire.send(second.activated(1));
        LoanWaiting waiting = wire.await(LoanWaiting.class, one -> one.loanId().equals(second.loanId()));
        assertThat(waiting.reason()).isEqualTo("device-has-another-loan");

        wire.send(loan.paid("all", 300));

        assertThat(told.intent(2).stage()).isEqualTo(Stage.RELEASED);
        LockIntent begun = told.intent(3);
        assertThat(begun.loanId()).isEqualTo(second.loanId());
        assertThat(begun.stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void aLoanWaitsForItsPolicyAndBeginsWhenThatIsRead() {
        wire.send(loan.enrolled(1));
        wire.send(loan.activated(7));
        wire.await(LoanWaiting.class, one -> mine(one) && one.reason().equals("policy-not-read-yet"));

        wire.send(Story.policy(7));

        assertThat(told.intent(1).stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void aWipedHandsetIsToldAgainAndAForeignOneIsRefused() {
        wire.send(loan.activated(1));
        wire.send(loan.enrolled(1));
        told.intent(1);

        wire.send(loan.enrolled(2));
        wire.send(new Story(loan.loanId(), loan.sameHandset().deviceId(), loan.firstDue()).activated(1));

        assertThat(told.intent(2).enrollments()).containsExactly(2);
        assertThat(told.decided(LoanRefused.class).reason()).isEqualTo("already-active");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    }

    private boolean mine(LoanDecision decision) {
        return told.mine(decision);
    }
}
