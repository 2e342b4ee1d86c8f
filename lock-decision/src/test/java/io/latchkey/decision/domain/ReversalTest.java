package io.latchkey.decision.domain;

import static io.latchkey.events.Stage.CURRENT;
import static io.latchkey.events.Stage.LOCKED;
import static io.latchkey.events.Stage.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.ArrearsTerms;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Window;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReversalTest {

    @Test
    void moneyThatIsTakenBackShowsAtOnceAndLocksOnlyADayAfterItsNoticeWasProved() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-03-18");
        story.paid("P1", 200);

        Verdict reversed = story.reversed("P1");

        assertThat(stageOf(reversed)).isEqualTo(CURRENT);
        assertThat(reasonOf(reversed)).isEqualTo(Reason.PAYMENT_REVERSED);
        assertThat(reversed.intent()).hasValueSatisfying(intent -> assertThat(
                        intent.desired().notice().amountDue().minorUnits())
                .isEqualTo(200));
        Verdict told = story.judged("2026-03-18");
        assertThat(told.notices()).extracting(order -> order.purpose().kind()).containsExactly(Kind.PAYMENT_TAKEN_BACK);
        assertThat(told.intent()
                        .orElseThrow()
                        .desired()
                        .notice()
                        .ahead()
                        .orElseThrow()
                        .notBefore())
                .isEqualTo("2026-03-19");
        assertThat(stageOf(story.judged("2026-03-19"))).isEqualTo(CURRENT);
        Verdict proved = story.shown();
        assertThat(proved.nextDeadline()).contains(story.now().plus(ArrearsTerms.LEAST_REVERSAL_NOTICE));
        assertThat(stageOf(story.judged("2026-03-20"))).isEqualTo(LOCKED);
    }

    @Test
    void aPolicyMayGiveLongerNoticeOfAReversal() {
        ArrearsTerms twoDays = new ArrearsTerms(0, Optional.empty(), Duration.ofDays(2), Duration.ZERO);
        LoanStory story = LoanStory.begunUnder(StandardPolicy.with(Window.ALWAYS, twoDays), Packs.shipped());
        story.judged("2026-03-18");
        story.paid("P1", 200);

        Verdict reversed = story.reversed("P1");

        assertThat(reversed.nextDeadline()).contains(story.now());
        story.judged("2026-03-18");
        assertThat(story.shown().nextDeadline()).contains(story.now().plus(Duration.ofDays(2)));
        assertThat(stageOf(story.judged("2026-03-19"))).isEqualTo(CURRENT);
        assertThat(stageOf(story.judged("2026-03-20"))).isEqualTo(LOCKED);
    }

    @Test
    void aReversalBeforeItsPaymentVoidsItWhenItComes() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-03-18");
        story.reversed("P1");

        Verdict paid = story.paid("P1", 200);

        assertThat(stageOf(paid)).isEqualTo(LOCKED);
        assertThat(story.contract().facts().paid()).isZero();
    }

    @Test
    void aReversalBeforeItsLoanIsKept() {
        LoanStory story = new LoanStory();
        story.paid("P1", 200);
        story.reversed("P1");
        story.activated();

        assertThat(story.contract().facts().paid()).isZero();
        assertThat(story.contract().facts().know(new PaymentId("P1"))).isTrue();
    }

    @Test
    void aReversalAfterTheReleaseIsOnRecordAndNeverTouchesTheHandset() {
        LoanStory story = LoanStory.begun();
        story.paid("P1", 300);

        Verdict reversed = story.reversed("P1");

        assertThat(reversed.intent()).isEmpty();
        assertThat(stageOf(reversed)).isEqualTo(RELEASED);
        assertThat(reversed.nextDeadline()).isEmpty();
        assertThat(reasonOf(reversed)).isEqualTo(Reason.PAYMENT_REVERSED);
        assertThat(reasonOf(story.reversed("P1"))).isEqualTo(Reason.REVERSAL_KNOWN);
    }

    private static Stage stageOf(Verdict verdict) {
        return ((Contract) verdict.loan()).standing().stage();
    }

    private static Reason reasonOf(Verdict verdict) {
        return verdict.decisions().getLast().reason();
    }
}
