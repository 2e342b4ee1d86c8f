package io.latchkey.decision.domain;

import static io.latchkey.events.Stage.CURRENT;
import static io.latchkey.events.Stage.LOCKED;
import static io.latchkey.events.Stage.RELEASED;
import static io.latchkey.events.Stage.REMINDED;
import static io.latchkey.events.Stage.RESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.decision.domain.Decision.Judged;
import io.latchkey.decision.domain.LoanEvent.LoanClosed;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockPolicyTest {

    @Test
    void climbsTheLadderDayByDayAndNeverEarlier() {
        LoanStory story = LoanStory.begun();

        assertThat(stageOf(story.judged("2026-01-31"))).isEqualTo(CURRENT);
        assertThat(stageOf(story.judged("2026-02-01"))).isEqualTo(REMINDED);
        assertThat(stageOf(story.judged("2026-03-02"))).isEqualTo(REMINDED);
        assertThat(stageOf(story.judged("2026-03-03"))).isEqualTo(RESTRICTED);
        assertThat(stageOf(story.judged("2026-03-17"))).isEqualTo(RESTRICTED);
        assertThat(stageOf(story.judged("2026-03-18"))).isEqualTo(LOCKED);
    }

    @Test
    void asksToBeJudgedAgainAtTheNextMomentThatMatters() {
        LoanStory story = LoanStory.begun();

        assertThat(dayOf(story.judged("2026-01-10"))).contains(LocalDate.parse("2026-02-01"));
        assertThat(dayOf(story.judged("2026-02-01"))).contains(LocalDate.parse("2026-03-01"));
        assertThat(dayOf(story.judged("2026-03-01"))).contains(LocalDate.parse("2026-03-03"));
        assertThat(dayOf(story.judged("2026-03-18"))).contains(LocalDate.parse("2026-04-01"));
        assertThat(dayOf(story.judged("2026-04-01"))).isEmpty();
    }

    @Test
    void freesTheHandsetWhenTheArrearsArePaid() {
        LoanStory story = LoanStory.begun();
        Verdict locked = story.judged("2026-03-18");

        Verdict freed = story.paid("P1", 200);

        assertThat(locked.intent()).hasValueSatisfying(intent -> {
            assertThat(intent.desired().standing().restrictions()).containsExactly(Restriction.KIOSK);
            assertThat(intent.desired().notice().amountDue().minorUnits()).isEqualTo(200);
        });
        assertThat(freed.intent()).hasValueSatisfying(intent -> {
            assertThat(intent.desired().standing().stage()).isEqualTo(CURRENT);
            assertThat(intent.reason()).isEqualTo(Reason.ARREARS_PAID);
            assertThat(intent.revision())
                    .isEqualTo(locked.intent().orElseThrow().revision() + 1);
        });
    }

    @Test
    void aPartPaymentThatCoversTheOldestInstallmentGoesBackDownTheLadder() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-03-18");

        Verdict milder = story.paid("P1", 100);

        assertThat(stageOf(milder)).isEqualTo(REMINDED);
        assertThat(reasonOf(milder)).isEqualTo(Reason.PAYMENT_RECEIVED);
    }

    @Test
    void aPartPaymentThatCoversNothingChangesTheAmountOnTheScreen() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-03-18");

        Verdict kept = story.paid("P1", 30);

        assertThat(stageOf(kept)).isEqualTo(LOCKED);
        assertThat(kept.intent()).hasValueSatisfying(intent -> assertThat(
                        intent.desired().notice().amountDue().minorUnits())
                .isEqualTo(170));
    }

    @Test
    void aPaymentNeverEscalatesWhatTheClockHasNotJudgedYet() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-02-01");
        story.on("2026-03-20");

        Verdict kept = story.paid("P1", 10);

        assertThat(stageOf(kept)).isEqualTo(REMINDED);
        assertThat(kept.nextDeadline()).contains(story.now());
    }

    @Test
    void aRepeatedPaymentHasNoEffectButIsOnRecord() {
        LoanStory story = LoanStory.begun();
        story.paid("P1", 100);

        Verdict again = story.paid("P1", 100);

        assertThat(again.intent()).isEmpty();
        assertThat(reasonOf(again)).isEqualTo(Reason.PAYMENT_KNOWN);
        assertThat(story.contract().facts().paid()).isEqualTo(100);
    }

    @Test
    void releasesForGoodWhenAllIsPaid() {
        LoanStory story = LoanStory.begun();
        Verdict released = story.paid("P1", 300);

        Verdict later = story.paid("P2", 50);

        assertThat(stageOf(released)).isEqualTo(RELEASED);
        assertThat(reasonOf(released)).isEqualTo(Reason.PAID_IN_FULL);
        assertThat(released.handset().orElseThrow().governor()).isEmpty();
        assertThat(later.intent()).isEmpty();
        assertThat(later.decisions()).hasSize(1);
        assertThat(story.judged("2026-12-01").intent()).isEmpty();
    }

    @Test
    void aPhoneThatIsWipedAfterTheReleaseIsToldThatItIsFree() {
        LoanStory story = LoanStory.begun();
        story.paid("P1", 300);

        assertThat(story.enrolled(1).intent()).isEmpty();
        assertThat(story.enrolled(2).intent())
                .hasValueSatisfying(
                        intent -> assertThat(intent.desired().standing()).isEqualTo(Standing.RELEASED));
    }

    @Test
    void everyClosingButOneReleases() {
        for (ClosingReason reason : ClosingReason.values()) {
            LoanStory story = LoanStory.begun();
            story.judged("2026-03-18");

            assertThat(stageOf(story.closed(reason))).isEqualTo(reason.releases() ? RELEASED : LOCKED);
        }
    }

    @Test
    void aRepossessedHandsetStaysAsItIsUntilTheNextWord() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-03-18");
        Verdict frozen = story.closed(ClosingReason.REPOSSESSED);

        assertThat(frozen.nextDeadline()).isEmpty();
        assertThat(stageOf(story.paid("P1", 200))).isEqualTo(LOCKED);
        assertThat(stageOf(story.closed(ClosingReason.WRITTEN_OFF))).isEqualTo(RELEASED);
    }

    @Test
    void saysNothingToAHandsetBeforeItsFirstEnrollment() {
        LoanStory story = new LoanStory();
        story.activated();
        Verdict locked = story.judged("2026-03-18");

        assertThat(locked.intent()).isEmpty();
        assertThat(stageOf(locked)).isEqualTo(LOCKED);
        assertThat(story.enrolled(1).intent())
                .hasValueSatisfying(intent ->
                        assertThat(intent.desired().standing().stage()).isEqualTo(LOCKED));
    }

    @Test
    void anEventOfAnotherPartnerIsRefusedAsAContradiction() {
        LoanStory story = LoanStory.begun();

        assertThatThrownBy(() ->
                        story.happens(new LoanClosed(LoanStory.LOAN, new PartnerId("other"), ClosingReason.SETTLED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Stage stageOf(Verdict verdict) {
        return judgedIn(verdict).to();
    }

    private static Reason reasonOf(Verdict verdict) {
        return judgedIn(verdict).reason();
    }

    private static Judged judgedIn(Verdict verdict) {
        return (Judged) verdict.decisions().getLast();
    }

    private static Optional<LocalDate> dayOf(Verdict verdict) {
        return verdict.nextDeadline().map(at -> LocalDate.ofInstant(at, LoanStory.NAIROBI));
    }
}
