package io.latchkey.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.http.Reading.Said;
import io.latchkey.ingest.http.Reading.Wrong;
import io.latchkey.kit.http.Problem.FieldError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {

    private final FactReader reader = Bodies.reader();

    @Test
    void readsAPayment() {
        Said said = (Said) read(Bodies.payment());

        assertThat(said.timestamp()).isEqualTo("2027-01-31T09:00:00Z");
        assertThat(said.fact()).isInstanceOfSatisfying(Fact.Payment.class, payment -> {
            assertThat(payment.amount().minorUnits()).isEqualTo(500_000);
            assertThat(payment.paidAt()).isEqualTo(Instant.parse("2027-01-31T08:59:59.5Z"));
        });
    }

    @Test
    void readsAClosure() {
        assertThat(read(Bodies.closure())).isInstanceOf(Said.class);
    }

    @Test
    void readsAnActivationUnderTheNewestVersionOfItsPolicyAndForgetsWhoTheBorrowerIs() {
        Said said = (Said) read(Bodies.activation());

        assertThat(said.fact()).isInstanceOfSatisfying(Fact.Activation.class, loan -> {
            assertThat(loan.policy().version()).isEqualTo(2);
            assertThat(loan.installments()).hasSize(2);
            assertThat(loan.consent().documentSha256()).isEqualTo("ab".repeat(32));
        });
        assertThat(said.toString())
                .doesNotContain("LN-0001")
                .doesNotContain("490154203237518")
                .doesNotContain("356938035643809")
                .doesNotContain("asha@example.com")
                .doesNotContain("+254711111111");
    }

    @Test
    void optionalFieldsMayBeAbsentOrNull() {
        ObjectNode body = Bodies.activation();
        ((ObjectNode) body.at("/data/device")).remove("imei2");
        ((ObjectNode) body.at("/data/borrower")).putNull("email").remove("phone");

        assertThat(read(body)).isInstanceOf(Said.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loan.deleted", "payment", "PAYMENT.RECEIVED", "", "x"})
    void refusesATypeThatItDoesNotKnow(String type) {
        assertThat(pointers(Bodies.payment().put("type", type))).containsExactly("/type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/data/accountNumber | ''",
                "/data/accountNumber | ' LN'",
                "/data/accountNumber | 7",
                "/data/accountNumber | 'a\u0000b'",
                "/data/paymentId | 'a b'",
                "/data/paymentId | null",
                "/data/amount | 0",
                "/data/amount | -1",
                "/data/amount | 1.5",
                "/data/amount | 1.0",
                "/data/amount | 1e2",
                "/data/amount | 1e400",
                "/data/amount | 9223372036854775808",
                "/data/amount | '5'",
                "/data/amount | null",
                "/data/amount | true",
                "/data/amount | []",
                "/data/currency | 'KSH'",
                "/data/currency | 'kes'",
                "/data/currency | 'XXX'",
                "/data/currency | 404",
                "/data/paidAt | '2027-02-30T09:00:00Z'",
                "/data/paidAt | '2027-01-31T09:00:00'",
                "/data/paidAt | '2027-01-31T09:00Z'",
                "/data/paidAt | '2027-01-31'",
                "/data/paidAt | '0000-01-01T00:00:00Z'",
                "/timestamp | 'yesterday'",
                "/timestamp | 1801386000",
                "/type | 7",
                "/data | 'x'",
                "/data | null",
            })
    void namesEachBadFieldOfAPayment(String pointer, String value) {
        assertThat(pointers(Bodies.payment(), pointer, value)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/data/device | null",
                "/data/device/imei | null",
                "/data/device/imei | '490154203237519'",
                "/data/device/imei | '4901542032375'",
                "/data/device/imei | 490154203237518",
                "/data/device/imei2 | '356938035643808'",
                "/data/device/imei2 | '490154203237518'",
                "/data/timeZone | '+03:00'",
                "/data/timeZone | 'Africa/Atlantis'",
                "/data/jurisdiction | 'KE'",
                "/data/jurisdiction | 'zz'",
                "/data/policy | 'harsh'",
                "/data/installments | []",
                "/data/installments | {}",
                "/data/installments/0 | 7",
                "/data/installments/0/amount | 0",
                "/data/installments/0/number | 0",
                "/data/installments/1/number | 1",
                "/data/installments/1/number | 4294967298",
                "/data/installments/1/dueDate | '2027-01-30'",
                "/data/installments/1/dueDate | '2027-02-29'",
                "/data/installments/1/dueDate | '2027-2-1'",
                "/data/installments/0/dueDate | '1969-12-31'",
                "/data/installments/1/dueDate | '2201-01-01'",
                "/data/installments/1/currency | 'USD'",
                "/data/installments/1/currency | 'KSH'",
                "/data/installments/1/amount | -1",
                "/data/installments | null",
                "/data/consent/signedAt | null",
                "/data/consent/documentSha256 | 'abc'",
                "/data/consent | 1",
                "/data/borrower | null",
                "/data/borrower/locale | null",
                "/data/borrower/locale | 'not a locale'",
                "/data/borrower/email | 'asha'",
                "/data/borrower/email | 'asha, juma@example.com'",
                "/data/borrower/phone | '0711111111'",
                "/data/borrower/phone | 7",
            })
    void namesEachBadFieldOfAnActivation(String pointer, String value) {
        assertThat(pointers(Bodies.activation(), pointer, value)).containsExactly(pointer);
    }

    @Test
    void refusesAScheduleWhoseSumOverflows() {
        ObjectNode body = Bodies.activation();
        ((ObjectNode) body.at("/data/installments/0")).put("amount", Long.MAX_VALUE);

        assertThat(pointers(body)).containsExactly("/data/installments");
    }

    @Test
    void takesAThousandInstallmentsAndNotOneMore() {
        assertThat(read(withInstallments(1_000))).isInstanceOf(Said.class);
        assertThat(pointers(withInstallments(1_001))).containsExactly("/data/installments");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        ObjectNode body = Bodies.payment();
        body.remove("timestamp");
        ((ObjectNode) body.get("data")).put("amount", -5).remove("currency");

        assertThat(((Wrong) read(body)).errors())
                .contains(new FieldError("/timestamp", "is missing"), new FieldError("/data/currency", "is missing"))
                .extracting(FieldError::pointer)
                .containsExactly("/timestamp", "/data/amount", "/data/currency");
    }

    @Test
    void anEmptyObjectLacksItsThreeFieldsAndAnArrayIsNoWebhook() {
        assertThat(pointers(Bodies.parse("{}"))).containsExactly("/type", "/timestamp", "/data");
        assertThat(((Wrong) reader.read(
                                Bodies.AROUND,
                                StrictJson.parse("[1]".getBytes(UTF_8)).orElseThrow()))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("");
    }

    @Test
    void complaintsDoNotRepeatWhatWasSent() {
        ObjectNode body = Bodies.activation();
        ((ObjectNode) body.at("/data/device")).put("imei", "490154203237519");
        ((ObjectNode) body.at("/data/borrower")).put("email", "asha at example").put("phone", "0711");

        assertThat(read(body).toString())
                .doesNotContain("490154203237519")
                .doesNotContain("asha")
                .doesNotContain("0711");
    }

    private static ObjectNode withInstallments(int count) {
        ObjectNode body = Bodies.activation();
        ArrayNode schedule = ((ObjectNode) body.get("data")).putArray("installments");
        for (int number = 1; number <= count; number++) {
            schedule.addObject()
                    .put("number", number)
                    .put("dueDate", "2027-01-31")
                    .put("amount", 1);
        }
        return body;
    }

    private List<String> pointers(ObjectNode body, String pointer, String value) {
        return pointers(Bodies.with(body, pointer, value));
    }

    private List<String> pointers(ObjectNode body) {
        return ((Wrong) read(body)).errors().stream().map(FieldError::pointer).toList();
    }

    private Reading read(ObjectNode body) {
        return reader.read(Bodies.AROUND, body);
    }
}
