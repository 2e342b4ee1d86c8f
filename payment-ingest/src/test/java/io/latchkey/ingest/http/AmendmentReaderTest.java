package io.latchkey.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.ingest.domain.Amendment;
import io.latchkey.ingest.domain.Due;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.http.Reading.Said;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendmentReaderTest {

    @Test
    void readsAnAmendmentThatWasStatedAtTheTimeOfItsWebhook() {
        Amendment amendment = read(Bodies.amendment());

        assertThat(amendment.loanId()).isEqualTo(((Fact.Payment) said(Bodies.payment())).loanId());
        assertThat(amendment.statedAt()).isEqualTo("2027-02-01T09:00:00Z");
        assertThat(amendment.effectiveAt()).isEqualTo("2027-01-31T21:00:00Z");
        assertThat(amendment.schedule())
                .containsExactly(
                        new Due(1, LocalDate.parse("2027-03-31"), 250_000),
                        new Due(2, LocalDate.parse("2027-04-30"), 750_000));
    }

    @Test
    void leavesTheCurrencyToTheLoanUnlessItIsNamed() {
        Currency kes = Currency.getInstance("KES");

        assertThat(read(Bodies.amendment()).currency()).isEmpty();
        assertThat(read(Bodies.with(Bodies.amendment(), "/data/currency", "'KES'"))
                        .currency())
                .hasValue(kes);
        assertThat(read(Bodies.with(Bodies.amendment(), "/data/installments/1/currency", "'KES'"))
                        .currency())
                .hasValue(kes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/timestamp | null",
                "/data/accountNumber | null",
                "/data/effectiveAt | null",
                "/data/effectiveAt | '2027-02-01'",
                "/data/currency | 'KSH'",
                "/data/installments | null",
                "/data/installments | []",
                "/data/installments/0/number | 2",
                "/data/installments/0/dueDate | '2027-05-01'",
                "/data/installments/0/dueDate | '1969-12-31'",
                "/data/installments/1/dueDate | '2201-01-01'",
                "/data/installments/1/dueDate | '2027-04-31'",
                "/data/installments/0/amount | -250000",
                "/data/installments/0/amount | 2.5",
            })
    void namesEachBadField(String pointer, String value) {
        String found =
                Bodies.faultsOf(Bodies.with(Bodies.amendment(), pointer, value)).getFirst();

        // What rises is compared with the one before, so the complaint is about the later one.
        assertThat(found).isEqualTo(value.matches("2|'2027-05-01'") ? pointer.replace("/0/", "/1/") : pointer);
    }

    @Test
    void refusesASumThatOverflowsAndASecondCurrency() {
        ObjectNode overflowing =
                Bodies.with(Bodies.amendment(), "/data/installments/0/amount", Long.toString(Long.MAX_VALUE));
        ObjectNode mixed = Bodies.with(Bodies.amendment(), "/data/installments/0/currency", "'KES'");

        assertThat(Bodies.faultsOf(overflowing)).containsExactly("/data/installments");
        assertThat(Bodies.faultsOf(Bodies.with(mixed, "/data/installments/1/currency", "'USD'")))
                .containsExactly("/data/installments/1/currency");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        ObjectNode body = Bodies.with(Bodies.amendment(), "/data/installments/0/amount", "-1");
        Bodies.with(body, "/data/installments/1/dueDate", "'2300-01-01'");
        Bodies.with(body, "/data/effectiveAt", "'soon'");

        assertThat(Bodies.faultsOf(body))
                .containsExactly("/data/installments/0/amount", "/data/installments/1/dueDate", "/data/effectiveAt");
    }

    private static Amendment read(ObjectNode body) {
        return (Amendment) said(body);
    }

    private static Fact said(ObjectNode body) {
        return ((Said) Bodies.reader().read(Bodies.AROUND, body)).fact();
    }
}
