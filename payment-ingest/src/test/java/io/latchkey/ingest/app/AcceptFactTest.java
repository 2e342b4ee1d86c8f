package io.latchkey.ingest.app;

import static io.latchkey.ingest.domain.Facts.activation;
import static io.latchkey.ingest.domain.Facts.closure;
import static io.latchkey.ingest.domain.Facts.payment;
import static io.latchkey.ingest.domain.Facts.reversal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.Outcome.Accepted;
import io.latchkey.ingest.app.Outcome.Conflict;
import io.latchkey.ingest.app.Outcome.Duplicate;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Facts;
import io.latchkey.ingest.domain.SealedContact;
import io.latchkey.kit.clock.SystemClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptFactTest {

    private static final Instant FIRST = Instant.parse("2027-01-31T09:00:00.123456789Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final InMemoryReservations reservations = new InMemoryReservations();
    private final RecordedTopic topic = new RecordedTopic();
    private final AcceptFact acceptFact =
            new AcceptFact(reservations, topic, new CompleteFeed(reservations, topic, new SystemClock()));

    @Test
    void publishesAPaymentOnceHoweverOftenItIsSent() {
        Accepted accepted = (Accepted) accept("w-1", payment("p-1", 500), FIRST);

        Outcome sameRequest = accept("w-1", payment("p-1", 500, LATER), LATER);
        Outcome sameFact = accept("w-2", payment("p-1", 500), LATER);

        assertThat(sameRequest).isEqualTo(new Duplicate(accepted.eventId(), accepted.loanId()));
        assertThat(sameFact).isEqualTo(sameRequest);
        assertThat(topic.events()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(accepted.eventId());
            assertThat(event.recordedAt()).isEqualTo(FIRST);
        });
    }

    @Test
    void aWebhookIdThatRepeatedAFactStandsForItFromThenOn() {
        accept("w-1", payment("p-1", 500), FIRST);
        accept("w-2", payment("p-1", 500), LATER);

        assertThat(accept("w-2", payment("p-2", 500), LATER)).isInstanceOf(Conflict.class);
        assertThat(topic.events()).hasSize(1);
    }

    @Test
    void sendsTheVerySameEventAgainWhenKafkaWasAway() {
        topic.goAway();
        assertThatThrownBy(() -> accept("w-1", payment("p-1", 500), FIRST)).isInstanceOf(UnavailableException.class);
        topic.comeBack();

        Accepted accepted = (Accepted) accept("w-1", payment("p-1", 500, LATER), LATER);

        assertThat(topic.events()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(accepted.eventId());
            assertThat(event.time()).isEqualTo(FIRST);
            assertThat(((InstallmentEvent.PaymentReceived) event.event()).acceptedAt())
                    .isEqualTo(FIRST);
        });
    }

    @Test
    void sendsTheVerySameEventAgainWhenItDiedBeforeMarkingItDone() {
        reservations.failToMarkOnce();
        assertThatThrownBy(() -> accept("w-1", payment("p-1", 500), FIRST)).isInstanceOf(UnavailableException.class);

        Outcome again = accept("w-2", payment("p-1", 500), LATER);

        assertThat(again).isInstanceOf(Accepted.class);
        assertThat(topic.events()).hasSize(2);
        assertThat(topic.events().get(1)).isEqualTo(topic.events().get(0));
        assertThat(accept("w-1", payment("p-1", 500), LATER)).isInstanceOf(Duplicate.class);
    }

    @Test
    void aRetryNeverBringsASecondKeyThatTheFirstContactDoesNotKnow() {
        topic.goAway();
        assertThatThrownBy(() -> accept("w-1", withContact("first"), FIRST)).isInstanceOf(UnavailableException.class);
        topic.comeBack();

        accept("w-1", withContact("second"), LATER);

        assertThat(topic.events()).singleElement().satisfies(event -> {
            assertThat(event.wrappedKey()).contains("key-first");
            assertThat(((InstallmentEvent.LoanActivated) event.event()).contact())
                    .contains("contact-first");
        });
    }

    private static Fact.Activation withContact(String name) {
        return Facts.withContact(activation(500, 1), new SealedContact("contact-" + name, "key-" + name));
    }

    @Test
    void refusesAPaymentIdWithAnotherAmountAlsoWhileItIsPending() {
        topic.goAway();
        assertThatThrownBy(() -> accept("w-1", payment("p-1", 500), FIRST)).isInstanceOf(UnavailableException.class);
        topic.comeBack();

        Conflict conflict = (Conflict) accept("w-2", payment("p-1", 501), LATER);

        assertThat(conflict.pointers()).containsExactly("/data/amount");
        assertThat(topic.events()).isEmpty();
    }

    @Test
    void refusesASecondActivationWithOtherTermsAndNamesTheWayToAmend() {
        accept("w-1", activation(500, 1), FIRST);

        Conflict conflict = (Conflict) accept("w-2", activation(400, 1), LATER);

        assertThat(conflict.amendable()).isTrue();
    }

    @Test
    void twoPartnersMayUseTheSameKeys() {
        accept("w-1", payment("p-1", 500), FIRST);

        assertThat(accept(new PartnerId("other"), "w-1", payment("p-1", 700), FIRST))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aLoanThatWasRepossessedCanBeSettledLater() {
        accept("w-1", closure(ClosingReason.REPOSSESSED), FIRST);

        assertThat(accept("w-2", closure(ClosingReason.SETTLED), LATER)).isInstanceOf(Accepted.class);
        assertThat(accept("w-3", closure(ClosingReason.SETTLED), LATER)).isInstanceOf(Duplicate.class);
    }

    private Outcome accept(String webhookId, Fact fact, Instant now) {
        return accept(new PartnerId("sandbox"), webhookId, fact, now);
    }

    private Outcome accept(PartnerId partner, String webhookId, Fact fact, Instant now) {
        return acceptFact
                .accept(new Arrival(partner, webhookId, fact, List.of(), now, now, now, "trace"))
                .await()
                .indefinitely();
    }

    @Test
    void aReversalIsAFactOfItsOwnUnderItsPaymentsId() {
        accept("w-1", payment("p-1", 500), FIRST);

        assertThat(accept("w-2", reversal("p-1"), LATER)).isInstanceOf(Accepted.class);
        assertThat(accept("w-3", reversal("p-1"), LATER)).isInstanceOf(Duplicate.class);
        assertThat(topic.events()).hasSize(2);
    }

    @Test
    void aFeedIsNotCompleteWhileSomethingThatWasReservedIsNotInKafka() {
        topic.goAway();
        assertThatThrownBy(() -> accept("w-1", payment("p-1", 500), FIRST)).isInstanceOf(UnavailableException.class);
        topic.comeBack();

        assertThatThrownBy(() -> accept("w-2", new Fact.Watermark(FIRST), LATER))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("send that one again first");

        accept("w-1", payment("p-1", 500), LATER);
        assertThat(accept("w-2", new Fact.Watermark(FIRST), LATER)).isInstanceOf(Accepted.class);
    }
}
