package io.latchkey.ingest.domain;

import static io.latchkey.ingest.domain.Facts.activation;
import static io.latchkey.ingest.domain.Facts.amendment;
import static io.latchkey.ingest.domain.Facts.closure;
import static io.latchkey.ingest.domain.Facts.lock;
import static io.latchkey.ingest.domain.Facts.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.ingest.domain.Repetition.Conflict;
import io.latchkey.ingest.domain.Repetition.SameFact;
import io.latchkey.ingest.domain.Repetition.SameRequest;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static final Currency KES = Currency.getInstance("KES");
    private static final Optional<Content> NOTHING = Optional.empty();

    @Test
    void timesAreNotCompared() {
        Fact later = payment("p-1", 500, Instant.EPOCH);

        assertThat(Repetition.of(later, said(payment("p-1", 500)), NOTHING)).isEqualTo(new SameRequest());
        assertThat(Repetition.of(later, NOTHING, said(payment("p-1", 500)))).isEqualTo(new SameFact());
    }

    @Test
    void anotherAmountUnderThePaymentIdIsNamed() {
        Conflict conflict = conflict(payment("p-1", 501), NOTHING, said(payment("p-1", 500)));

        assertThat(conflict.key()).isEqualTo("paymentId");
        assertThat(conflict.pointers()).containsExactly("/data/amount");
    }

    @Test
    void aWebhookIdComesBeforeTheFact() {
        Conflict conflict = conflict(payment("p-2", 500), said(payment("p-1", 500)), said(payment("p-2", 500)));

        assertThat(conflict.key()).isEqualTo("webhook-id");
        assertThat(conflict.pointers()).containsExactly("/data/paymentId");
    }

    @Test
    void anotherTypeUnderTheWebhookIdIsAConflict() {
        assertThat(conflict(closure(ClosingReason.SETTLED), said(payment("p-1", 500)), NOTHING)
                        .pointers())
                .contains("/type");
    }

    @Test
    void aNewPolicyVersionDoesNotMakeARepeatedActivationAnother() {
        assertThat(Repetition.of(activation(500, 2), NOTHING, said(activation(500, 1))))
                .isEqualTo(new SameFact());
    }

    @Test
    void anotherScheduleIsNamed() {
        assertThat(conflict(activation(501, 1), NOTHING, said(activation(500, 1)))
                        .pointers())
                .containsExactly("/data/installments");
    }

    @Test
    void aLoanWhoseHandsetWasTakenBackCanStillBeSettled() {
        assertThat(closure(ClosingReason.SETTLED).key())
                .isNotEqualTo(closure(ClosingReason.REPOSSESSED).key())
                .isEqualTo(closure(ClosingReason.CANCELLED).key());
    }

    @Test
    void severalAmendmentsOfALoanAreToldApartByWhenTheyWereStated() {
        Amendment first = amendment(500, Optional.of(KES), Instant.EPOCH);
        Amendment changed = amendment(501, Optional.of(KES), Instant.EPOCH);

        assertThat(amendment(501, Optional.of(KES), Instant.EPOCH.plusSeconds(1))
                        .key())
                .isNotEqualTo(first.key());
        assertThat(changed.key()).isEqualTo(first.key());
        assertThat(conflict(changed, NOTHING, said(first)).pointers()).containsExactly("/data/installments");
        assertThat(conflict(changed, NOTHING, said(first)).key()).isEqualTo("timestamp");
    }

    @Test
    void aLockAndAnUnlockNeverShareAnIdAndAWithdrawalNamesOne() {
        Request lock = lock("r-1", Reason.STOLEN);
        Request unlock = new Request.Unlock(Facts.LOAN, "r-1", Reason.STOLEN);

        assertThat(conflict(unlock, NOTHING, said(lock)).pointers()).contains("/type");
        assertThat(conflict(lock("r-1", Reason.FRAUD), NOTHING, said(lock)).pointers())
                .containsExactly("/data/reason");
        assertThat(new Request.Withdrawal(Facts.LOAN, "r-1").key()).isNotEqualTo(lock.key());
    }

    @Test
    void moneyOnItsWayAndMoneyThatCameAreTwoFactsOfOnePayment() {
        Fact pending = new Fact.PendingPayment(
                Facts.LOAN, payment("p-1", 500).paymentId(), payment("p-1", 500).amount(), Instant.EPOCH);

        assertThat(pending.key()).isNotEqualTo(payment("p-1", 500).key());
    }

    @Test
    void whatARebuildCouldNotFindOutDiffersFromNothing() {
        Fact.Activation loan = activation(500, 1);

        assertThat(Repetition.of(loan, NOTHING, Optional.of(loan.contentAsFarAsTold())))
                .isEqualTo(new SameFact());
        assertThat(conflict(activation(501, 1), NOTHING, Optional.of(loan.contentAsFarAsTold()))
                        .pointers())
                .containsExactly("/data/installments");
    }

    @Test
    void aRepetitionOfNothingIsABug() {
        assertThatThrownBy(() -> Repetition.of(payment("p-1", 1), NOTHING, NOTHING))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Optional<Content> said(Fact fact) {
        return Optional.of(fact.content());
    }

    private static Conflict conflict(Fact fact, Optional<Content> underWebhookId, Optional<Content> underFactKey) {
        return (Conflict) Repetition.of(fact, underWebhookId, underFactKey);
    }
}
