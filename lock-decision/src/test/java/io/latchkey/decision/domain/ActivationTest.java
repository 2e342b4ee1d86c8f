package io.latchkey.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.Decision.Judged;
import io.latchkey.decision.domain.Decision.Parked;
import io.latchkey.decision.domain.Decision.Refused;
import io.latchkey.decision.domain.Decision.Waits;
import io.latchkey.decision.domain.LoanEvent.EnrollmentCompleted;
import io.latchkey.decision.domain.LoanEvent.PaymentReceived;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.Money;
import io.latchkey.events.Stage;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivationTest {

    private static final Money EUROS = new Money(100, Currency.getInstance("EUR"));

    private final LoanStory story = new LoanStory();

    @Test
    void moneyForAnUnknownLoanIsParkedAndCountsWhenTheLoanComes() {
        Verdict parked = story.paid("P1", 300);
        story.paid("P1", 300);

        Verdict activated = story.activated();

        assertThat(parked.decisions()).hasOnlyElementsOfType(Parked.class);
        assertThat(activated.claims()).hasSize(1);
        assertThat(judged(activated).to()).isEqualTo(Stage.RELEASED);
    }

    @Test
    void moneyInAnotherCurrencyIsParkedAndNeverCounts() {
        story.happens(new PaymentReceived(LoanStory.LOAN, LoanStory.PARTNER, story.payment("P1", EUROS)));
        Verdict activated = story.activated();
        Verdict second =
                story.happens(new PaymentReceived(LoanStory.LOAN, LoanStory.PARTNER, story.payment("P2", EUROS)));

        assertThat(activated.claims()).isEmpty();
        assertThat(activated.decisions().getFirst().reason()).isEqualTo(Reason.OTHER_CURRENCY);
        assertThat(second.parking()).hasSize(1);
        assertThat(story.contract().facts().paid()).isZero();
    }

    @Test
    void anEnrollmentWaitsForItsLoanAndIsBoundOnlyToItsOwnHandset() {
        story.enrolled(3);
        story.happens(new EnrollmentCompleted(LoanStory.LOAN, LoanStory.PARTNER, LoanStory.OTHER_DEVICE, 9));

        Verdict activated = story.activated();

        assertThat(activated.intent())
                .hasValueSatisfying(
                        intent -> assertThat(intent.desired().enrollments()).containsExactly(3));
        assertThat(activated.decisions().getFirst()).isInstanceOf(Refused.class);
        assertThat(activated.decisions()).extracting(Decision::number).containsExactly(3L, 4L);
    }

    @Test
    void aForeignHandsetIsRefused() {
        story.activated();

        Verdict refused =
                story.happens(new EnrollmentCompleted(LoanStory.LOAN, LoanStory.PARTNER, LoanStory.OTHER_DEVICE, 1));

        assertThat(refused.decisions().getFirst().reason()).isEqualTo(Reason.ENROLLMENT_OF_ANOTHER_DEVICE);
        assertThat(refused.handset()).isEmpty();
        assertThat(refused.nextDeadline()).isPresent();
    }

    @Test
    void aClosingThatComesFirstHolds() {
        story.closed(ClosingReason.CANCELLED);

        assertThat(judged(story.activated()).to()).isEqualTo(Stage.RELEASED);
    }

    @Test
    void aLoanWaitsForItsPolicyAndBeginsAtItsTurn() {
        story.enrolled(1);
        Verdict waiting = story.withoutPolicy().activated();
        Verdict begun = story.withPolicy().judged("2026-01-11");

        assertThat(waiting.decisions().getLast()).isEqualTo(new Waits(2, Reason.POLICY_NOT_READ_YET));
        assertThat(waiting.intent()).isEmpty();
        assertThat(judged(begun).reason()).isEqualTo(Reason.LOAN_ACTIVATED);
        assertThat(begun.intent()).isPresent();
    }

    @Test
    void aSecondLoanWaitsUntilTheHandsetIsFree() {
        story.deviceGovernedBy(Optional.of(LoanStory.OTHER_LOAN));
        Verdict waiting = story.activated();
        Verdict begun = story.deviceGovernedBy(Optional.empty()).judged("2026-01-11");

        assertThat(waiting.decisions().getLast().reason()).isEqualTo(Reason.DEVICE_HAS_ANOTHER_LOAN);
        assertThat(waiting.handset().orElseThrow().governor()).contains(LoanStory.OTHER_LOAN);
        assertThat(begun.handset().orElseThrow().governor()).contains(LoanStory.LOAN);
    }

    @Test
    void aSecondActivationIsRefusedAndChangesNothing() {
        story.activated();
        Contract before = story.contract();

        Verdict refused = story.activated();

        assertThat(refused.decisions().getLast().reason()).isEqualTo(Reason.ALREADY_ACTIVE);
        assertThat(story.contract()).isEqualTo(before.decided(before.decisions() + 1));
    }

    private static Judged judged(Verdict verdict) {
        return (Judged) verdict.decisions().getLast();
    }
}
