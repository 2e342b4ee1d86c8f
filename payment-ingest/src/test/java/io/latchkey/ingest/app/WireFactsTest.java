package io.latchkey.ingest.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.EventJson;
import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.events.PaymentId;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Facts;
import io.latchkey.ingest.domain.Request;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireFactsTest {

    private static final Currency KES = Currency.getInstance("KES");
    private static final Instant NOW = Instant.parse("2027-01-31T09:00:00.123456789Z");

    @ParameterizedTest
    @MethodSource("facts")
    void whatWasSaidIsHeardAgainUnderTheSameKeyWithTheSameContent(Fact fact) {
        InstallmentEvent said = WireEvents.of(
                new Arrival(new PartnerId("sandbox"), "webhook", fact, List.of(), NOW, NOW, NOW, "traceparent"));
        InstallmentEvent read = EventJson.read(said.getClass(), EventJson.write(said));

        Fact heard = WireFacts.of(read);

        assertThat(heard.key()).isEqualTo(fact.key());
        assertThat(heard.contentAsFarAsTold()).isEqualTo(fact.contentAsFarAsTold());
        assertThat(fact.content().differencesTo(heard.contentAsFarAsTold())).isEmpty();
    }

    static Stream<Fact> facts() {
        return Stream.of(
                Facts.activation(500, 3),
                Facts.amendment(700, Optional.of(KES), NOW),
                Facts.closure(ClosingReason.SETTLED),
                Facts.closure(ClosingReason.REPOSSESSED),
                Facts.payment("p-1", 500),
                Facts.reversal("p-1"),
                new Fact.PendingPayment(Facts.LOAN, new PaymentId("p-2"), new Money(1, KES), NOW),
                Facts.lock("r-1", Reason.FRAUD),
                new Request.Lock(Facts.LOAN, "r-2", Reason.STOLEN, Optional.of(NOW)),
                new Request.Unlock(Facts.LOAN, "r-3", Reason.MISTAKE),
                new Request.Withdrawal(Facts.LOAN, "r-3"),
                new Fact.Watermark(NOW));
    }
}
