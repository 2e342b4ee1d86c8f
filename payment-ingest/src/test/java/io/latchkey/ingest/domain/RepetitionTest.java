package io.latchkey.ingest.domain;

import static io.latchkey.ingest.domain.Facts.activation;
import static io.latchkey.ingest.domain.Facts.closure;
import static io.latchkey.ingest.domain.Facts.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.ingest.domain.Repetition.Conflict;
import io.latchkey.ingest.domain.Repetition.SameFact;
import io.latchkey.ingest.domain.Repetition.SameRequest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionTest {

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
