package io.latchkey.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerRequest;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.ArrearsTerms;
import io.latchkey.events.policy.NeededNotice;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.TamperConsequence;
import io.latchkey.events.policy.TamperSignal;
import io.latchkey.events.policy.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a loan asks for its next turn: never too late, and never for a turn in which nothing can come of it. */
class OutlookTest {

    @Test
    void whileAGrantStandsTheClockRestsThoughANoticeIsDue() {
        LoanStory story = under(kenyan(
                List.of(new Policy.Step(9, Stage.LOCKED, List.of(Restriction.KIOSK), List.of(new NeededNotice(2, 3)))),
                ArrearsTerms.DEFAULT,
                List.of()));
        Instant until = story.on("2026-02-04").now().plus(Duration.ofDays(2));

        Verdict granted = story.requested(new Request.Grant("G1", story.now(), until));

        assertThat(granted.nextDeadline()).contains(until);
    }

    @Test
    void aStepThatTakesSomethingElseIsNotWaitedForWhileTheHighestOneStands() {
        LoanStory story = under(kenyan(
                List.of(new Policy.Step(1, Stage.RESTRICTED, List.of(Restriction.GALLERY))),
                ArrearsTerms.DEFAULT,
                List.of(new TamperConsequence(TamperSignal.ROOT, Stage.RESTRICTED, List.of(Restriction.CAMERA)))));
        story.on("2026-02-03").requested(new Request.Sign(TamperSignal.ROOT));

        Verdict restricted = story.judged();

        assertThat(story.contract().standing().restrictions()).containsExactly(Restriction.CAMERA);
        assertThat(restricted.nextDeadline()).contains(startOf("2026-03-01"));
    }

    @Test
    void aPhoneThatWasTakenBackAndIsPaidForIsReleasedWhenTheSettlementTimeIsOver() {
        LoanStory story = under(StandardPolicy.with(
                Window.ALWAYS,
                new ArrearsTerms(0, Optional.empty(), ArrearsTerms.LEAST_REVERSAL_NOTICE, Duration.ofHours(24))));
        story.on("2026-02-04").closed(ClosingReason.REPOSSESSED);

        Verdict paid = story.paid("P1", 300);

        assertThat(paid.nextDeadline()).contains(story.now().plus(Duration.ofHours(24)));
        story.judged("2026-02-05");
        assertThat(story.contract().standing().stage()).isEqualTo(Stage.RELEASED);
    }

    @Test
    void theDayOfADefaultIsLookedAtThoughTheLawLetsTheStepComeLater() {
        Policy policy = StandardPolicy.with(
                Window.ALWAYS, new ArrearsTerms(0, Optional.of(1), ArrearsTerms.LEAST_REVERSAL_NOTICE, Duration.ZERO));
        LoanStory story = under(new Policy(
                policy.name(),
                policy.version(),
                "ZZ",
                List.of(
                        new Policy.Step(0, Stage.REMINDED, List.of()),
                        new Policy.Step(4, Stage.LOCKED, List.of(Restriction.KIOSK))),
                policy.window(),
                policy.arrears(),
                policy.reprieves(),
                policy.brake(),
                policy.cap(),
                policy.tamper(),
                policy.lease()));

        Verdict reminded = story.judged("2026-02-01");

        assertThat(reminded.nextDeadline()).contains(startOf("2026-02-05"));
        assertThat(story.judged("2026-02-05").notices()).hasSize(1);
    }

    @Test
    void aLockThatThePartnerAskedForIsJudgedWhenTheFeedHasPassedTheDay() {
        LoanStory story = under(kenyan(
                List.of(new Policy.Step(9, Stage.LOCKED, List.of(Restriction.KIOSK))),
                ArrearsTerms.DEFAULT,
                List.of()));
        story.on("2026-02-02").feedThrough(startOf("2026-02-01"));

        Verdict asked = story.requested(new Request.Lock("L1", PartnerRequest.Reason.DELINQUENT, Optional.empty()));

        assertThat(asked.need().feedThrough()).contains(startOf("2026-02-02"));
    }

    @Test
    void aReminderOfTamperingNeedsNoPlaceUnderTheCap() {
        LoanStory story = under(kenyan(
                LoanStory.STANDARD.ladder(),
                ArrearsTerms.DEFAULT,
                List.of(new TamperConsequence(TamperSignal.SIM_CHANGE, Stage.REMINDED, List.of()))));
        story.places(false).on("2026-01-15").requested(new Request.Sign(TamperSignal.SIM_CHANGE));

        story.judged();

        assertThat(story.contract().standing().stage()).isEqualTo(Stage.REMINDED);
    }

    @Test
    void whatIsRefusedDoesNotSwallowTheTurnThatWasDue() {
        LoanStory story = under(StandardPolicy.with(
                Window.ALWAYS,
                new ArrearsTerms(0, Optional.empty(), ArrearsTerms.LEAST_REVERSAL_NOTICE, Duration.ofHours(24))));
        story.on("2026-02-04").paid("P1", 300);

        Verdict refused = story.on("2026-02-05").activated();

        assertThat(refused.nextDeadline()).contains(story.now());
        story.judged();
        assertThat(story.contract().standing().stage()).isEqualTo(Stage.RELEASED);
    }

    private static Policy kenyan(List<Policy.Step> ladder, ArrearsTerms arrears, List<TamperConsequence> tamper) {
        Policy plain = StandardPolicy.with(Window.ALWAYS, arrears);
        return new Policy(
                plain.name(),
                plain.version(),
                "KE",
                ladder,
                plain.window(),
                arrears,
                plain.reprieves(),
                plain.brake(),
                plain.cap(),
                tamper,
                plain.lease());
    }

    private static LoanStory under(Policy policy) {
        return LoanStory.begunUnder(policy, Packs.shipped());
    }

    private static Instant startOf(String date) {
        return LocalDate.parse(date).atStartOfDay(LoanStory.NAIROBI).toInstant();
    }
}
