package io.latchkey.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerRequest;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may hold a step back, free a handset for a while, or bring a step forward. */
class PermissionsTest {

    private final LoanStory story = LoanStory.begun();

    @Test
    void aHoldKeepsEveryStepAwayUntilItEnds() {
        story.judged("2026-02-01");
        story.requested(new Request.Hold("H1", story.now(), story.now().plus(Duration.ofDays(40))));

        Verdict held = story.judged("2026-03-04");

        assertThat(held.decisions().getLast().reason()).isEqualTo(Reason.HOLD_STANDS);
        assertThat(held.nextDeadline()).contains(story.on("2026-03-13").now());
        assertThat(stageOf(story.judged("2026-03-13"))).isEqualTo(Stage.RESTRICTED);
    }

    @Test
    void aHoldThatWasLiftedBeforeItCameHoldsNothing() {
        story.requested(new Request.HoldEnds("H1"));
        story.requested(new Request.Hold("H1", story.now(), story.now().plus(Duration.ofDays(90))));

        assertThat(stageOf(story.judged("2026-03-03"))).isEqualTo(Stage.RESTRICTED);
    }

    @Test
    void aGrantFreesALockedHandsetAndThePolicyCutsItShort() {
        locked();

        Verdict freed =
                story.requested(new Request.Grant("G1", story.now(), story.now().plus(Duration.ofDays(30))));

        assertThat(stageOf(freed)).isEqualTo(Stage.CURRENT);
        assertThat(freed.decisions().getLast().reason()).isEqualTo(Reason.FREED_ON_REQUEST);
        assertThat(freed.nextDeadline()).contains(story.now().plus(Duration.ofDays(7)));
        assertThat(stageOf(story.judged("2026-03-26"))).isEqualTo(Stage.LOCKED);
    }

    @Test
    void aRevokedGrantEndsWithTheNextTurnOfTheClock() {
        locked();
        story.requested(new Request.Grant("G1", story.now(), story.now().plus(Duration.ofDays(3))));

        Verdict revoked = story.requested(new Request.GrantEnds("G1"));

        assertThat(stageOf(revoked)).isEqualTo(Stage.CURRENT);
        assertThat(revoked.nextDeadline()).contains(story.now());
        assertThat(stageOf(story.judged())).isEqualTo(Stage.LOCKED);
    }

    @Test
    void moneyOnItsWayKeepsAStepAwayForItsGraceAndOnlyAFewTimes() {
        story.judged("2026-02-01");
        for (int i = 1; i <= 4; i++) {
            story.on("2026-03-0" + i).requested(new Request.Pending(new PaymentId("P" + i), story.now()));
        }

        Verdict graced = story.at(LocalDateTime.parse("2026-03-04T11:59")).judged();

        assertThat(graced.decisions().getLast().reason()).isEqualTo(Reason.PAYMENT_PENDING);
        assertThat(graced.nextDeadline()).contains(story.on("2026-03-04").now());
        assertThat(stageOf(story.judged())).isEqualTo(Stage.RESTRICTED);
    }

    @Test
    void thePartnersUnlockFreesUntilItIsWithdrawn() {
        locked();

        assertThat(stageOf(story.requested(new Request.Unlock("R1")))).isEqualTo(Stage.CURRENT);
        assertThat(stageOf(story.judged("2026-03-25"))).isEqualTo(Stage.CURRENT);
        story.requested(new Request.Withdrawal("R1"));
        assertThat(stageOf(story.judged("2026-03-25"))).isEqualTo(Stage.LOCKED);
    }

    @Test
    void thePartnersLockBringsTheLockingStepForwardAndADelinquentMustBeInArrears() {
        story.requested(new Request.Lock("R1", PartnerRequest.Reason.DELINQUENT, Optional.empty()));
        assertThat(stageOf(story.judged("2026-01-20"))).isEqualTo(Stage.CURRENT);

        Verdict locked = story.judged("2026-02-01");

        assertThat(stageOf(locked)).isEqualTo(Stage.LOCKED);
        assertThat(locked.decisions().getLast().reason()).isEqualTo(Reason.LOCK_REQUESTED);
        assertThat(stageOf(story.paid("P1", 100))).isEqualTo(Stage.CURRENT);
    }

    @Test
    void aStolenHandsetIsLockedWithoutArrearsOnlyOnTheClock() {
        Verdict asked = story.requested(new Request.Lock("R1", PartnerRequest.Reason.STOLEN, Optional.empty()));

        assertThat(stageOf(asked)).isEqualTo(Stage.CURRENT);
        assertThat(asked.nextDeadline()).contains(story.now());
        assertThat(stageOf(story.judged())).isEqualTo(Stage.LOCKED);
        assertThat(stageOf(story.requested(new Request.Withdrawal("R1")))).isEqualTo(Stage.CURRENT);
    }

    @Test
    void aFeedThatHasNotPassedTheDayOfAStepHoldsIt() {
        story.judged("2026-02-01");
        Instant reached =
                LocalDate.parse("2026-03-03").atStartOfDay(LoanStory.NAIROBI).toInstant();

        Verdict held = story.feedThrough(reached.minusSeconds(1)).judged("2026-03-05");

        assertThat(held.decisions().getLast().reason()).isEqualTo(Reason.FEED_INCOMPLETE);
        assertThat(held.need().feedThrough()).contains(reached);
        assertThat(held.nextDeadline().orElseThrow()).isAfter(story.now());
        assertThat(stageOf(story.feedThrough(reached).judged("2026-03-05"))).isEqualTo(Stage.RESTRICTED);
    }

    @Test
    void aBrakeHoldsAndFreesNobodyLess() {
        locked();
        story.braked(Optional.of(Reason.FEED_SILENT));

        assertThat(stageOf(story.paid("P1", 200))).isEqualTo(Stage.CURRENT);
        Verdict held = story.judged("2026-05-20");
        assertThat(held.decisions().getLast().reason()).isEqualTo(Reason.FEED_SILENT);
        assertThat(held.need().brakeOff()).isTrue();
    }

    @Test
    void withoutAPlaceUnderTheCapNothingIsTakenButAReminderComes() {
        story.places(false);
        assertThat(stageOf(story.judged("2026-02-01"))).isEqualTo(Stage.REMINDED);

        Verdict held = story.judged("2026-03-03");

        assertThat(held.decisions().getLast().reason()).isEqualTo(Reason.CAP_USED_UP);
        assertThat(held.need().place()).isTrue();
        assertThat(held.takesPlace()).isFalse();
        assertThat(story.places(true).judged("2026-03-03").takesPlace()).isTrue();
    }

    @Test
    void anAmendmentMovesWhatIsDueAndTheOneStatedLastHolds() {
        locked();
        Verdict eased = amended("E2", "2026-03-19T10:00:00Z", "2026-05-01", 300);

        assertThat(stageOf(eased)).isEqualTo(Stage.CURRENT);
        assertThat(stageOf(amended("E1", "2026-03-18T10:00:00Z", "2026-01-01", 300)))
                .isEqualTo(Stage.CURRENT);
    }

    @Test
    void anAmendmentBelowWhatIsPaidHasNoEffect() {
        story.on("2026-02-02").paid("P1", 150);

        Verdict refused = amended("E1", "2026-03-19T10:00:00Z", "2026-05-01", 149);

        assertThat(refused.decisions().getLast().reason()).isEqualTo(Reason.AMENDMENT_BELOW_PAID);
        assertThat(story.contract()
                        .positionAt(story.now(), Optional.empty())
                        .outstanding()
                        .minorUnits())
                .isEqualTo(150);
    }

    private Verdict amended(String eventId, String statedAt, String dueDate, long amount) {
        Currency currency = LoanStory.KES;
        Schedule schedule = new Schedule(
                currency, List.of(new Installment(1, LocalDate.parse(dueDate), new Money(amount, currency))));
        Instant stated = Instant.parse(statedAt);
        return story.happens(new LoanEvent.LoanAmended(
                LoanStory.LOAN, LoanStory.PARTNER, new Amendment(eventId, stated, story.now(), schedule)));
    }

    private void locked() {
        story.judged("2026-03-03");
        assertThat(stageOf(story.judged("2026-03-19"))).isEqualTo(Stage.LOCKED);
    }

    private static Stage stageOf(Verdict verdict) {
        return ((Contract) verdict.loan()).standing().stage();
    }
}
