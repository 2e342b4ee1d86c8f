package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.LoanEvent.EnrollmentCompleted;
import io.latchkey.decision.domain.LoanEvent.LoanActivated;
import io.latchkey.decision.domain.LoanEvent.PaymentReceived;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.DeviceId;
import io.latchkey.events.Installment;
import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerEvent;
import io.latchkey.events.PartnerEvent.PartnerRegistered;
import io.latchkey.events.PartnerEvent.PolicyPublished;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Policy;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideBatchTest {

    private static final Source FACTS = new Source("installment-events", 0);
    private static final Source PARTNERS = new Source("partners", 0);
    private static final PartnerId SANDBOX = new PartnerId("sandbox");
    private static final LoanId LOAN = new LoanId("ln_" + "a".repeat(32));
    private static final DeviceId DEVICE = new DeviceId("d1_" + "a".repeat(32));
    private static final Currency KES = Currency.getInstance("KES");

    private final MemoryDatabase database = new MemoryDatabase();
    private final RecordingPublisher kafka = new RecordingPublisher();
    private final List<Refusal> refused = new ArrayList<>();
    private final BusinessClock clock = new BusinessClock();
    private final Instance instance = new Instance("1", database, kafka, clock, 0, 1);

    @BeforeEach
    void readThePolicy() {
        Policy policy = new Policy("standard", 1, "KE", List.of(new Policy.Step(0, Stage.LOCKED, List.of())));
        PartnerProfile profile =
                new PartnerProfile("Sandbox", "KE", ZoneOffset.UTC, "+254700000000", "https://example.org");
        Batch<PartnerEvent> batch = new Batch<>(
                List.of(
                        incoming(PARTNERS, 0, new PartnerRegistered(SANDBOX, profile)),
                        incoming(PARTNERS, 1, new PolicyPublished(SANDBOX, policy, Optional.empty()))),
                Map.of(PARTNERS, 2L));
        new ReadPartners(new MemoryLoans(database, instance.ownership))
                .on(batch)
                .await()
                .indefinitely();
    }

    @Test
    void theIntentIsPublishedBeforeItsDecisionAndLeavesTheOutbox() {
        decide(0, activated(), enrolled(1));

        assertThat(kafka.ids()).containsExactly(LOAN + ":1", DEVICE + ":1", LOAN + ":2");
        assertThat(database.outbox).isEmpty();
    }

    @Test
    void recordsThatWereConsumedAlreadyAreSkipped() {
        decide(0, activated(), enrolled(1));

        decide(0, activated(), enrolled(1));

        assertThat(kafka.ids()).hasSize(3);
    }

    @Test
    void aCommitThatFailsKeepsAndPublishesNothing() {
        database.failNext(1);

        assertThatThrownBy(() -> decide(0, activated())).isInstanceOf(IllegalStateException.class);
        assertThat(kafka.ids()).isEmpty();

        decide(0, activated());
        assertThat(kafka.ids()).containsExactly(LOAN + ":1");
    }

    @Test
    void whatCouldNotBePublishedIsPublishedLaterAndBeforeAnythingNewer() {
        kafka.goAway(true);
        decide(0, activated(), enrolled(1));
        decide(2, paid("P1", 10));
        assertThat(database.outbox).hasSize(5);

        kafka.goAway(false);

        waitUntil(() -> database.outbox.isEmpty());
        assertThat(kafka.ids()).containsExactly(LOAN + ":1", DEVICE + ":1", LOAN + ":2", DEVICE + ":2", LOAN + ":3");
    }

    @Test
    void oneEventThatTheDomainRefusesDoesNotHoldUpTheRest() {
        LoanEvent foreign = new PaymentReceived(LOAN, new PartnerId("other"), payment("P0", 1));

        decide(0, activated(), foreign, enrolled(1));

        assertThat(refused).extracting(Refusal::offset).containsExactly(1L);
        assertThat(kafka.ids()).hasSize(3);
    }

    @Test
    void theClockLocksInItsTurnAndThePaymentFreesWithItsOwnBatch() {
        decide(0, activated(), enrolled(1));

        assertThat(instance.turn()).isEqualTo(1);
        assertThat(database.contract(LOAN).standing().stage()).isEqualTo(Stage.LOCKED);
        assertThat(instance.turn()).isZero();

        decide(2, paid("P1", 100));
        assertThat(database.contract(LOAN).standing().stage()).isEqualTo(Stage.CURRENT);
        OutgoingEvent locked = instance.chronicle.noted.stream()
                .filter(one -> one.meta().id().equals(DEVICE + ":2"))
                .findFirst()
                .orElseThrow();
        assertThat(locked.meta().causationId().orElseThrow()).startsWith(LOAN + "@");
    }

    private void decide(long firstOffset, LoanEvent... events) {
        List<Incoming<LoanEvent>> batch = new ArrayList<>();
        for (LoanEvent event : events) {
            batch.add(incoming(FACTS, firstOffset + batch.size(), event));
        }
        instance.decideBatch
                .on(new Batch<>(batch, Map.of(FACTS, firstOffset + events.length)), refusals -> {
                    refused.addAll(refusals);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
    }

    private static <E> Incoming<E> incoming(Source source, long offset, E event) {
        return new Incoming<>(source, offset, new Cause("e" + offset, TraceParent.root(), Instant.now()), event);
    }

    private LoanEvent activated() {
        LocalDate yesterday = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).minusDays(1);
        Schedule schedule = new Schedule(
                KES,
                List.of(
                        new Installment(1, yesterday, new Money(100, KES)),
                        new Installment(2, yesterday.plusDays(30), new Money(100, KES))));
        return new LoanActivated(
                LOAN, SANDBOX, new Terms(DEVICE, schedule, ZoneOffset.UTC, "standard", 1, "en", Optional.empty()));
    }

    private static LoanEvent enrolled(int number) {
        return new EnrollmentCompleted(LOAN, SANDBOX, DEVICE, number);
    }

    private static LoanEvent paid(String paymentId, long minorUnits) {
        return new PaymentReceived(LOAN, SANDBOX, payment(paymentId, minorUnits));
    }

    private static Payment payment(String paymentId, long minorUnits) {
        return new Payment(new PaymentId(paymentId), new Money(minorUnits, KES), Instant.EPOCH);
    }

    private static void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
