package io.latchkey.decision.app;

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
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Policy;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database and a Kafka under one or more instances, and a policy that locks on the first day. Loans and their handsets
 * bear one digit; an even one stands in partition 0, an odd one in partition 1.
 */
final class Scene {

    static final Currency KES = Currency.getInstance("KES");
    private static final Source FACTS = new Source("installment-events", 0);
    private static final Source REQUESTS = new Source("support-requests", 0);
    private static final Source REPORTS = new Source("device-reports", 0);
    static final PartnerId SANDBOX = new PartnerId("sandbox");

    /** It stands still: what lies hours back is on the same day whenever a test runs. */
    private static final Instant MORNING = Instant.parse("2026-03-10T10:00:00Z");

    final MemoryDatabase database = new MemoryDatabase();
    final RecordingPublisher kafka = new RecordingPublisher();
    final BusinessClock clock = new BusinessClock() {
        @Override
        public Instant now() {
            return MORNING;
        }
    };
    private long nextOffset;

    Scene() {
        Policy policy = new Policy("standard", 1, "KE", List.of(new Policy.Step(0, Stage.LOCKED, List.of())));
        database.partners.put(
                SANDBOX, new PartnerProfile("Sandbox", "KE", ZoneOffset.UTC, "+254700000000", "https://example.org"));
        database.policies.put(new PolicyKey(SANDBOX, "standard", 1), policy);
    }

    Instance instance(String name, Integer... partitions) {
        return new Instance(name, database, kafka, clock, partitions);
    }

    static LoanId loan(int digit) {
        return new LoanId("ln_" + Integer.toString(digit).repeat(32));
    }

    static DeviceId device(int digit) {
        return new DeviceId("d1_" + Integer.toString(digit).repeat(32));
    }

    /** A loan whose first installment fell due yesterday. */
    LoanEvent activated(int loan, int device) {
        LocalDate yesterday = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).minusDays(1);
        Schedule schedule = new Schedule(
                KES,
                List.of(
                        new Installment(1, yesterday, new Money(100, KES)),
                        new Installment(2, yesterday.plusDays(30), new Money(100, KES))));
        return new LoanActivated(
                loan(loan),
                SANDBOX,
                new Terms(device(device), schedule, ZoneOffset.UTC, "standard", 1, "en", Optional.empty()));
    }

    LoanEvent activated(int digit) {
        return activated(digit, digit);
    }

    static EnrollmentCompleted enrolled(int loan, int device, int number) {
        return new EnrollmentCompleted(loan(loan), SANDBOX, device(device), number);
    }

    static LoanEvent paid(int loan, String paymentId, long minorUnits) {
        return new PaymentReceived(
                loan(loan), SANDBOX, new Payment(new PaymentId(paymentId), new Money(minorUnits, KES), Instant.EPOCH));
    }

    void happens(Instance at, LoanEvent... events) {
        List<Incoming<LoanEvent>> batch = new ArrayList<>();
        for (LoanEvent event : events) {
            batch.add(incoming(FACTS, event));
        }
        at.decideBatch
                .on(new Batch<>(batch, Map.of(FACTS, nextOffset)), refusals -> Uni.createFrom()
                        .voidItem())
                .await()
                .indefinitely();
    }

    void approved(Instance at, String batchId, String by) {
        long offset = nextOffset++;
        Cause cause = new Cause("e" + offset, TraceParent.root(), Instant.now());
        Batch.Approval approval = new Batch.Approval(SANDBOX, batchId, by, clock.now(), cause);
        at.decideBatch
                .on(
                        new Batch<>(List.of(), Map.of(REQUESTS, nextOffset), List.of(), List.of(approval), List.of()),
                        refusals -> Uni.createFrom().voidItem())
                .await()
                .indefinitely();
    }

    void reported(Instance at, DeviceWord... words) {
        List<Incoming<DeviceWord>> batch = new ArrayList<>();
        for (DeviceWord word : words) {
            batch.add(incoming(REPORTS, word));
        }
        at.hearHandsets
                .on(new Batch<>(batch, Map.of(REPORTS, nextOffset)), refusals -> Uni.createFrom()
                        .voidItem())
                .await()
                .indefinitely();
    }

    private <E> Incoming<E> incoming(Source source, E event) {
        long offset = nextOffset++;
        return new Incoming<>(source, offset, new Cause("e" + offset, TraceParent.root(), Instant.now()), event);
    }
}
