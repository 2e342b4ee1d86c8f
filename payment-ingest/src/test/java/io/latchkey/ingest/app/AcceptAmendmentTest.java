package io.latchkey.ingest.app;

import static io.latchkey.ingest.domain.Facts.activation;
import static io.latchkey.ingest.domain.Facts.amendment;
import static io.latchkey.ingest.domain.Facts.closure;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.InstallmentEvent.LoanAmended;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.Outcome.Accepted;
import io.latchkey.ingest.app.Outcome.Conflict;
import io.latchkey.ingest.app.Outcome.Duplicate;
import io.latchkey.ingest.app.Outcome.Objected;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Objection;
import io.latchkey.kit.clock.SystemClock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptAmendmentTest {

    private static final Instant NOW = Instant.parse("2027-01-31T09:00:00Z");
    private static final Optional<Currency> UNSAID = Optional.empty();
    private static final Optional<Currency> KES = Optional.of(Currency.getInstance("KES"));
    private static final Optional<Currency> USD = Optional.of(Currency.getInstance("USD"));

    private final InMemoryReservations reservations = new InMemoryReservations();
    private final RecordedTopic topic = new RecordedTopic();
    private final AcceptFact acceptFact =
            new AcceptFact(reservations, topic, new CompleteFeed(reservations, topic, new SystemClock()));

    @Test
    void anAmendmentIsInTheCurrencyOfItsLoan() {
        accept("w-1", activation(500, 1));

        assertThat(accept("w-2", amendment(700, UNSAID, NOW))).isInstanceOf(Accepted.class);
        assertThat(accept("w-3", amendment(700, KES, NOW))).isInstanceOf(Duplicate.class);
        assertThat(accept("w-4", amendment(701, UNSAID, NOW))).isInstanceOf(Conflict.class);
        assertThat(accept("w-5", amendment(701, UNSAID, NOW.plusSeconds(1)))).isInstanceOf(Accepted.class);
        assertThat(topic.events().get(1).event()).isInstanceOfSatisfying(LoanAmended.class, amended -> {
            assertThat(amended.installments().getFirst().amount().currency()).isEqualTo(KES.orElseThrow());
            assertThat(amended.statedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void anAmendmentOfAnUnknownLoanMustNameItsCurrency() {
        assertThat(objections(accept("w-1", amendment(700, UNSAID, NOW)))).isEqualTo("/data/currency");
        assertThat(accept("w-1", amendment(700, KES, NOW))).isInstanceOf(Accepted.class);
    }

    @Test
    void anAmendmentInAnotherCurrencyIsObjectedUnlessItWasAcceptedBefore() {
        accept("w-1", amendment(700, USD, NOW));
        accept("w-2", activation(500, 1));

        assertThat(accept("w-3", amendment(700, USD, NOW))).isInstanceOf(Duplicate.class);
        assertThat(objections(accept("w-4", amendment(700, USD, NOW.plusSeconds(1)))))
                .isEqualTo("/data/currency");
    }

    @Test
    void anObjectionIsToWhatIsNewOnly() {
        accept("w-1", activation(500, 1));
        Objection law = new Objection("/data/policy", "is harsher", Optional.of("harsher-than-pack"), Optional.empty());

        assertThat(accept("w-1", activation(500, 2), law)).isInstanceOf(Duplicate.class);
        assertThat(accept("w-2", activation(400, 2), law)).isInstanceOf(Conflict.class);
        assertThat(objections(accept("w-3", closure(ClosingReason.SETTLED), law)))
                .isEqualTo("/data/policy");
        assertThat(topic.events()).hasSize(1);
    }

    private static String objections(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Objected.class);
        return String.join(
                " ",
                ((Objected) outcome)
                        .objections().stream().map(Objection::pointer).toList());
    }

    private Outcome accept(String webhookId, Fact fact, Objection... objections) {
        return acceptFact
                .accept(new Arrival(
                        new PartnerId("sandbox"), webhookId, fact, List.of(objections), NOW, NOW, NOW, "trace"))
                .await()
                .indefinitely();
    }
}
