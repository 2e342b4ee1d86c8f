package io.latchkey.decision.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.DeviceId;
import io.latchkey.events.EventJson;
import io.latchkey.events.Installment;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.Money;
import io.latchkey.events.PaymentId;
import io.latchkey.events.testing.RandomSeeds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ShortFormsTest {

    private static final List<Currency> CURRENCIES =
            List.of(Currency.getInstance("KES"), Currency.getInstance("INR"), Currency.getInstance("JPY"));

    @ParameterizedTest
    @RandomSeeds(200)
    void whatIsWrittenIsRead(long seed) {
        Random random = new Random(seed);
        Facts facts = facts(random);
        Terms terms = terms(random);

        assertThat(Json.read(Facts.class, Json.write(facts))).isEqualTo(facts);
        assertThat(Json.read(Terms.class, Json.write(terms))).isEqualTo(terms);
    }

    @ParameterizedTest
    @RandomSeeds(50)
    void documentsOfAnEarlierVersionAreRead(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        Facts facts = facts(random);
        Terms terms = terms(random);

        assertThat(Json.read(Facts.class, EventJson.mapper().writeValueAsString(facts)))
                .isEqualTo(facts);
        assertThat(Json.read(Terms.class, EventJson.mapper().writeValueAsString(terms)))
                .isEqualTo(terms);
    }

    @Test
    void aPaymentIsAnArrayWithoutNames() {
        Payment payment = new Payment(
                new PaymentId("FT26030112345"),
                new Money(12_500, Currency.getInstance("KES")),
                Instant.parse("2026-02-01T09:00:00Z"));

        assertThat(Json.write(payment)).isEqualTo("[\"FT26030112345\",12500,\"KES\",1769936400,0]");
    }

    @Test
    void aDamagedDocumentIsNotTakenForAPayment() {
        assertThatThrownBy(() -> Json.read(Payment.class, "[\"FT26030112345\",\"12500\",\"KES\",1769936400,0]"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Payment");
    }

    private static Facts facts(Random random) {
        List<Payment> payments = IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> new Payment(new PaymentId("P" + i), money(random), moment(random)))
                .toList();
        List<Reversal> reversals = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Reversal(new PaymentId("P" + i), moment(random)))
                .toList();
        return new Facts(
                payments, reversals, random.nextBoolean() ? List.of() : List.of(ClosingReason.SETTLED), List.of());
    }

    private static Terms terms(Random random) {
        Currency currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        List<Installment> installments = IntStream.rangeClosed(1, 1 + random.nextInt(60))
                .mapToObj(number -> new Installment(
                        number,
                        LocalDate.of(1960, 1, 1).plusDays(random.nextInt(90_000)),
                        new Money(random.nextLong(1, 1_000_000_000_000L), currency)))
                .toList();
        return new Terms(
                new DeviceId("d1_" + "0123456789abcdef0123456789abcdef"),
                new Schedule(currency, installments),
                ZoneOffset.ofHours(random.nextInt(12)),
                "standard",
                1 + random.nextInt(9),
                "en",
                Optional.empty());
    }

    private static Money money(Random random) {
        return new Money(random.nextLong(Long.MAX_VALUE), CURRENCIES.get(random.nextInt(CURRENCIES.size())));
    }

    private static Instant moment(Random random) {
        return Instant.ofEpochSecond(random.nextLong(-4_000_000_000L, 8_000_000_000L), random.nextInt(1_000_000_000));
    }
}
