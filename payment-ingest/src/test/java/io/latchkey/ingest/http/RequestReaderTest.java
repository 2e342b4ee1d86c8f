package io.latchkey.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Request;
import io.latchkey.ingest.http.Reading.Said;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {

    private static final LoanId LOAN = ((Fact.Payment) said(Bodies.payment())).loanId();

    @Test
    void readsALock() {
        assertThat(said(Bodies.lock()))
                .isEqualTo(new Request.Lock(
                        LOAN, "RQ-1", Reason.STOLEN, Optional.of(Instant.parse("2027-02-04T06:00:00Z"))));
        assertThat(said(Bodies.with(Bodies.lock(), "/data/notBefore", "null")))
                .isEqualTo(new Request.Lock(LOAN, "RQ-1", Reason.STOLEN, Optional.empty()));
    }

    @Test
    void readsAnUnlock() {
        assertThat(said(Bodies.unlock())).isEqualTo(new Request.Unlock(LOAN, "RQ-2", Reason.MISTAKE));
    }

    @Test
    void readsAWithdrawal() {
        assertThat(said(Bodies.withdrawal())).isEqualTo(new Request.Withdrawal(LOAN, "RQ-1"));
    }

    @Test
    void readsMoneyOnItsWay() {
        Fact.PendingPayment pending = (Fact.PendingPayment) said(Bodies.pending());

        assertThat(pending.loanId()).isEqualTo(LOAN);
        assertThat(pending.amount().minorUnits()).isEqualTo(500_000);
        assertThat(pending.initiatedAt()).isEqualTo("2027-01-31T08:59:59.5Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/data/accountNumber | null",
                "/data/requestId | null",
                "/data/requestId | ''",
                "/data/requestId | 'a b'",
                "/data/requestId | 7",
                "/data/reason | null",
                "/data/reason | 'revenge'",
                "/data/reason | 'STOLEN'",
                "/data/notBefore | 'tomorrow'",
            })
    void namesEachBadFieldOfALock(String pointer, String value) {
        assertThat(Bodies.faultsOf(Bodies.with(Bodies.lock(), pointer, value))).containsExactly(pointer);
    }

    @Test
    void anUnlockHoldsAtOnceWhateverTimeIsNamed() {
        assertThat(said(Bodies.with(Bodies.unlock(), "/data/notBefore", "'2027-02-04T06:00:00Z'")))
                .isEqualTo(said(Bodies.unlock()));
    }

    @Test
    void namesWhatAWithdrawalAndMoneyOnItsWayLack() {
        assertThat(Bodies.faultsOf(Bodies.with(Bodies.withdrawal(), "/data", "{}")))
                .containsExactly("/data/accountNumber", "/data/requestId");
        assertThat(Bodies.faultsOf(Bodies.with(Bodies.pending(), "/data", "{}")))
                .containsExactly(
                        "/data/accountNumber",
                        "/data/paymentId",
                        "/data/amount",
                        "/data/currency",
                        "/data/initiatedAt");
    }

    private static Fact said(ObjectNode body) {
        return ((Said) Bodies.reader().read(Bodies.AROUND, body)).fact();
    }
}
