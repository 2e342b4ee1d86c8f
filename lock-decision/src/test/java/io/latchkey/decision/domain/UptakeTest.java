package io.latchkey.decision.domain;

import static io.latchkey.decision.domain.LoanStory.DEVICE;
import static io.latchkey.decision.domain.LoanStory.LOAN;
import static io.latchkey.decision.domain.LoanStory.PARTNER;
import static io.latchkey.decision.domain.LoanStory.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.LoanEvent.BindingChanged;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.LoanEvent.EnrollmentCompleted;
import io.latchkey.decision.domain.LoanEvent.LoanClosed;
import io.latchkey.decision.domain.LoanEvent.PaymentReceived;
import io.latchkey.decision.domain.LoanEvent.PaymentReversed;
import io.latchkey.decision.domain.LoanEvent.Rebuilt;
import io.latchkey.decision.domain.LoanEvent.Requested;
import io.latchkey.decision.domain.LoanEvent.TamperSeen;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.notice.NoticeLedger;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerRequest;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.NeededNotice;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.TamperConsequence;
import io.latchkey.events.policy.TamperSignal;
import io.latchkey.events.testing.RandomSeeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;

/** What stands on the topics of a loan is enough to know all of it again. */
class UptakeTest {

    private static final Policy WITH_NOTICES = new Policy(
            STANDARD.name(),
            STANDARD.version(),
            "KE",
            List.of(
                    new Policy.Step(0, Stage.REMINDED, List.of()),
                    new Policy.Step(10, Stage.RESTRICTED, List.of(Restriction.CAMERA), List.of(new NeededNotice(1, 3))),
                    new Policy.Step(20, Stage.LOCKED, List.of(Restriction.KIOSK), List.of(new NeededNotice(11, 5)))),
            STANDARD.window(),
            STANDARD.arrears(),
            STANDARD.reprieves(),
            STANDARD.brake(),
            STANDARD.cap(),
            List.of(new TamperConsequence(TamperSignal.ROOT, Stage.LOCKED, List.of(Restriction.KIOSK))),
            STANDARD.lease());

    private static final List<ClosingReason> CLOSINGS = List.of(ClosingReason.values());

    private final List<LoanEvent> events = new ArrayList<>();
    private final List<Told> notices = new ArrayList<>();
    private final LoanStory story = LoanStory.begunUnder(WITH_NOTICES, Packs.shipped());

    private static int told;

    private record Told(NoticeOrder order, Instant at) {}

    @AfterAll
    static void noticesWereOrderedAndShown() {
        assertThat(told).isGreaterThan(100);
    }

    @ParameterizedTest
    @RandomSeeds(300)
    void aLoanIsTheSameAfterItWasLostAndBuiltAgainAndNothingIsToBeSaid(long seed) {
        Random random = new Random(seed);
        LocalDate day = LocalDate.parse("2026-01-15");
        Memory remembered = Memory.of(story.contract(), Optional.empty());
        for (int i = 0; i < 25; i++) {
            day = day.plusDays(random.nextInt(8));
            story.on(day.toString());

            Verdict verdict = happens(something(random));
            happens(new DeadlinePassed(LOAN, PARTNER));

            remembered = Memory.of(story.contract(), Optional.empty());
            assertThat(verdict.decisions()).isNotEmpty();
        }

        told += remembered.shown().size();
        LoanStory again = built(remembered);

        assertThat(again.contract()).isEqualTo(story.contract());
        assertThat(again.handset(DEVICE).bindings())
                .isEqualTo(story.handset(DEVICE).bindings());
        Verdict settled = story.happens(new Rebuilt(LOAN, PARTNER));
        assertThat(settled.intent()).isEmpty();
        assertThat(Memory.of(settled.loan(), Optional.empty())).isEqualTo(remembered);
    }

    private Verdict happens(LoanEvent event) {
        events.add(event);
        Verdict verdict = story.happens(event);
        verdict.notices().forEach(order -> notices.add(new Told(order, story.now())));
        return verdict;
    }

    private LoanEvent something(Random random) {
        String id = "R" + random.nextInt(3);
        return switch (random.nextInt(13)) {
            case 0, 1 ->
                new PaymentReceived(
                        LOAN,
                        PARTNER,
                        story.payment("P" + random.nextInt(9), new Money(random.nextInt(60), LoanStory.KES)));
            case 2 ->
                new PaymentReversed(LOAN, PARTNER, new Reversal(new PaymentId("P" + random.nextInt(9)), story.now()));
            case 3 -> asked(new Request.Hold(id, story.now(), story.now().plus(Duration.ofDays(9))));
            case 4 -> asked(new Request.Grant(id, story.now(), story.now().plus(Duration.ofDays(9))));
            case 5 -> asked(new Request.Lock(id, PartnerRequest.Reason.STOLEN, Optional.empty()));
            case 6 -> asked(new Request.Withdrawal(id));
            case 7 -> new TamperSeen(LOAN, PARTNER, DEVICE, TamperSignal.ROOT);
            case 8 ->
                random.nextInt(8) == 0
                        ? new LoanClosed(LOAN, PARTNER, CLOSINGS.get(random.nextInt(CLOSINGS.size())))
                        : new EnrollmentCompleted(LOAN, PARTNER, DEVICE, 1 + random.nextInt(3));
            case 9, 10 -> receipt(random);
            case 11 ->
                new NoticeOutcome.Shown(
                        LOAN, PARTNER, DEVICE, story.handset(DEVICE).revision());
            default -> new DeadlinePassed(LOAN, PARTNER);
        };
    }

    /** Of a notice that was ordered, for nobody else writes receipts. */
    private LoanEvent receipt(Random random) {
        if (notices.isEmpty()) {
            return new DeadlinePassed(LOAN, PARTNER);
        }
        String noticeId = notices.get(random.nextInt(notices.size())).order().noticeId();
        return random.nextBoolean()
                ? new NoticeOutcome.Sent(LOAN, PARTNER, noticeId, story.now())
                : new NoticeOutcome.Failed(LOAN, PARTNER, noticeId);
    }

    private static LoanEvent asked(Request request) {
        return new Requested(LOAN, PARTNER, request);
    }

    /** In the order in which the topics are read, and not in that in which all this happened. */
    private LoanStory built(Memory remembered) {
        LoanStory again = new LoanStory();
        again.on("2027-01-01");
        again.happened(LoanStory.activation());
        again.happened(new EnrollmentCompleted(LOAN, PARTNER, DEVICE, 1));
        takeUp(
                again,
                event -> event instanceof PaymentReceived
                        || event instanceof PaymentReversed
                        || event instanceof LoanClosed);
        takeUp(again, BindingChanged.class::isInstance);
        for (Told told : notices) {
            NoticeLedger ledger = again.contract().notices();
            again.restored(again.contract()
                    .with(ledger.with(told.order().noticeId(), told.order().purpose(), told.at())));
        }
        again.restored(remembered.in(again.contract(), story.contract().decisions()));
        takeUp(again, Requested.class::isInstance);
        takeUp(again, event -> event instanceof NoticeOutcome.Sent || event instanceof NoticeOutcome.Failed);
        return again;
    }

    private void takeUp(LoanStory again, Predicate<LoanEvent> those) {
        events.stream().filter(those).forEach(again::happened);
    }
}
