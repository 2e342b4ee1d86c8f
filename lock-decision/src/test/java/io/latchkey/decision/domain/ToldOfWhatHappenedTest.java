package io.latchkey.decision.domain;

import static io.latchkey.decision.domain.LoanStory.DEVICE;
import static io.latchkey.decision.domain.LoanStory.LOAN;
import static io.latchkey.decision.domain.LoanStory.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.LoanEvent.TamperSeen;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.TamperSignal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldOfWhatHappenedTest {

    private final LoanStory story = LoanStory.begun();

    @Test
    void aHandsetThatWasResetIsToldOfOnceAndLosesNothing() {
        story.enrolled(2);

        List<NoticeOrder> told = story.judged("2026-01-11").notices();

        assertThat(told).singleElement().satisfies(order -> {
            assertThat(order.purpose().kind()).isEqualTo(Kind.TAMPERING_SEEN);
            assertThat(order.purpose().about()).isEqualTo("wipe");
            assertThat(order.clauses()).containsExactly("standard@1/tamper/wipe");
        });
        assertThat(story.contract().standing().stage()).isEqualTo(Stage.CURRENT);
        story.enrolled(3);
        assertThat(story.judged("2026-01-12").notices()).isEmpty();
    }

    @Test
    void twoHandsetsThatClaimToBeOneAreToldOfAlthoughNothingMayBeTaken() {
        story.enrolled(2);
        story.contested(2, 1);

        assertThat(story.judged("2026-01-11").notices())
                .extracting(order -> order.purpose().about())
                .containsExactly("wipe", "clone");
    }

    @Test
    void theFirstEnrollmentIsNoSign() {
        assertThat(story.judged("2026-01-11").notices()).isEmpty();
    }

    @Test
    void aNoticeOfASignThatDidNotArriveIsNotSentAgain() {
        story.happens(new TamperSeen(LOAN, PARTNER, DEVICE, TamperSignal.ROOT));
        String noticeId = story.judged("2026-01-11").notices().getFirst().noticeId();
        story.happens(new NoticeOutcome.Failed(LOAN, PARTNER, noticeId));

        assertThat(story.judged("2026-01-31").notices()).isEmpty();
    }

    @Test
    void aHoldKeepsNobodyFromHearingOfASign() {
        story.requested(new Request.Hold("h1", story.now(), story.now().plus(Duration.ofDays(90))));
        Verdict seen = story.happens(new TamperSeen(LOAN, PARTNER, DEVICE, TamperSignal.ROOT));

        assertThat(seen.nextDeadline()).contains(story.now());
        assertThat(story.judged().notices()).hasSize(1);
    }

    @Test
    void whoHasPaidAllIsToldThatTheHandsetIsHisOnce() {
        List<NoticeOrder> told = story.paid("P1", 300).notices();

        assertThat(told).singleElement().satisfies(order -> {
            assertThat(order.purpose().kind()).isEqualTo(Kind.PAID_OFF);
            assertThat(order.position().outstanding().minorUnits()).isZero();
        });
        assertThat(story.paid("P2", 10).notices()).isEmpty();
        assertThat(story.judged("2026-05-01").notices()).isEmpty();
    }

    @Test
    void whoseLoanWasClosedUnpaidIsNotToldThatAllIsPaid() {
        assertThat(story.closed(ClosingReason.WRITTEN_OFF).notices()).isEmpty();
        assertThat(story.contract().standing().stage()).isEqualTo(Stage.RELEASED);
    }
}
