package io.latchkey.ingest.iso20022;

import static io.latchkey.ingest.iso20022.Camt.CREDIT;
import static io.latchkey.ingest.iso20022.Camt.DEBIT;
import static io.latchkey.ingest.iso20022.Camt.entry;
import static io.latchkey.ingest.iso20022.Camt.notification;
import static io.latchkey.ingest.iso20022.Camt.remittance;
import static io.latchkey.ingest.iso20022.Camt.statement;
import static io.latchkey.ingest.iso20022.Camt.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Money;
import io.latchkey.events.PaymentId;
import io.latchkey.ingest.app.AccountPattern;
import io.latchkey.ingest.domain.BankEntry;
import io.latchkey.ingest.domain.BankEntry.Passed;
import io.latchkey.ingest.domain.BankEntry.Told;
import io.latchkey.ingest.domain.BankEntry.Unclear;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.RawBody;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.ingest.domain.RemittanceRule.AccountPlace;
import io.latchkey.ingest.domain.RemittanceRule.Reference;
import io.latchkey.ingest.domain.RemittanceRule.Source;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CamtReportsTest {

    private static final Currency KES = Currency.getInstance("KES");
    /** The beginning of the booking day in Nairobi. */
    private static final Instant THAT_DAY = Instant.parse("2026-11-26T21:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08", "09", "10", "11"})
    void aCreditIsAPaymentInEveryVersion(String version) {
        assertThat(read(notification(version, entry(CREDIT, "BOOK", transaction("TX-1", "5400.00", "LN-1")))))
                .containsExactly(paid("report[1]/Ntry[1]/TxDtls[1]", "LN-1", "TX-1", 540_000));
    }

    @Test
    void eachTransactionOfABatchIsAPayment() {
        String batch = "<Btch><NbOfTxs>2</NbOfTxs></Btch>" + transaction("TX-1", "5000.00", "LN-1")
                + transaction("TX-2", "400", "LN-2");

        assertThat(read(notification(
                        "08",
                        entry(CREDIT, "<Cd>BOOK</Cd>", batch)
                                + entry(CREDIT, "BOOK", transaction("TX-3", "1.5", "LN-3")))))
                .containsExactly(
                        paid("report[1]/Ntry[1]/TxDtls[1]", "LN-1", "TX-1", 500_000),
                        paid("report[1]/Ntry[1]/TxDtls[2]", "LN-2", "TX-2", 40_000),
                        paid("report[1]/Ntry[2]/TxDtls[1]", "LN-3", "TX-3", 150));
    }

    @Test
    void theOnlyTransactionHasTheEntrysAmountAndReferenceIfItSaysNone() {
        String bare = "<TxDtls>" + remittance("LN-1") + "</TxDtls>";

        assertThat(read(notification("08", entry(CREDIT, "BOOK", bare))))
                .containsExactly(paid("report[1]/Ntry[1]/TxDtls[1]", "LN-1", "ENTRY-1", 540_000));
        assertThat(read(notification("08", entry(CREDIT, "BOOK", bare + bare))))
                .allSatisfy(one -> assertThat(one).isInstanceOf(Unclear.class));
    }

    @Test
    void versionTwoHasATransactionsAmountInItsDetails() {
        String old =
                "<TxDtls><Refs><AcctSvcrRef>TX-1</AcctSvcrRef></Refs><AmtDtls><InstdAmt><Amt Ccy=\"USD\">1</Amt></InstdAmt>"
                        + "<TxAmt><Amt Ccy=\"KES\">12.30</Amt></TxAmt></AmtDtls>" + remittance("LN-1") + "</TxDtls>";

        assertThat(read(notification("02", entry(CREDIT, "BOOK", old))))
                .containsExactly(paid("report[1]/Ntry[1]/TxDtls[1]", "LN-1", "TX-1", 1_230));
    }

    @Test
    void whatTakesACreditBackIsAReversal() {
        Fact.Reversal reversal = new Fact.Reversal(Camt.loanId("LN-1"), new PaymentId("TX-1"), THAT_DAY);
        String transaction = transaction("TX-1", "", "LN-1");
        String returned = transaction.replace("</TxDtls>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>");

        assertThat(read(notification("08", entry(DEBIT + "<RvslInd>true</RvslInd>", "BOOK", transaction))))
                .containsExactly(new Told("report[1]/Ntry[1]/TxDtls[1]", reversal, THAT_DAY));
        assertThat(read(notification("08", entry(DEBIT, "BOOK", returned))))
                .containsExactly(new Told("report[1]/Ntry[1]/TxDtls[1]", reversal, THAT_DAY));
    }

    @Test
    void whatIsPendingIsMoneyOnItsWay() {
        assertThat(read(notification("08", entry(CREDIT, "PDNG", transaction("TX-1", "5400.00", "LN-1")))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Told.class, told -> assertThat(told.fact()).isInstanceOf(Fact.PendingPayment.class));
    }

    @ParameterizedTest
    @CsvSource({"DBIT, BOOK, false", "CRDT, BOOK, true", "CRDT, INFO, false", "CRDT, FUTR, false", "DBIT, PDNG, true"})
    void whatIsNoMoneyOfABorrowerIsPassedOver(String indicator, String status, String reversal) {
        String head = "<CdtDbtInd>" + indicator + "</CdtDbtInd><RvslInd>" + reversal + "</RvslInd>";

        assertThat(read(notification("08", entry(head, status, transaction("TX-1", "", "LN-1")))))
                .singleElement()
                .isInstanceOf(Passed.class);
    }

    @Test
    void aStatementIsReadLikeANotificationAndTheMomentOfAcceptanceComesFirst() {
        String transaction = transaction("TX-1", "1.00", "LN-1")
                .replace("<RmtInf>", "<RltdDts><AccptncDtTm>2026-11-27T10:30:00+03:00</AccptncDtTm></RltdDts><RmtInf>");

        assertThat(read(statement("08", "<Bal><Amt Ccy=\"KES\">1</Amt></Bal>" + entry(CREDIT, "BOOK", transaction))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Told.class, told -> assertThat(told.timestamp()).isEqualTo("2026-11-27T07:30:00Z"));
    }

    @Test
    void aPartnersOwnRuleFindsTheAccountInFreeTextAndNamesThePayment() {
        RemittanceRule rule = new RemittanceRule(
                List.of(new AccountPlace(Source.FREE_TEXT, AccountPattern.of("[0-9]+"))),
                List.of(Reference.END_TO_END));
        String transaction = "<TxDtls><Refs><AcctSvcrRef>TX</AcctSvcrRef><EndToEndId>E2E-9</EndToEndId></Refs>"
                + "<RmtInf><Ustrd>for my</Ustrd><Ustrd>LOAN 4711, thanks</Ustrd></RmtInf></TxDtls>";

        assertThat(Camt.read(notification("08", entry(CREDIT, "BOOK", transaction)), rule))
                .containsExactly(paid("report[1]/Ntry[1]/TxDtls[1]", "4711", "E2E-9", 540_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LN-1 | | names no account",
                "TX-1 | TX 1 | none of the references",
                "5.00 | 5.001 | minor units of KES",
                "5.00 | 0.00 | an amount of nothing",
                "5.00 | -5.00 | no decimal number",
                "5.00 | 1e400 | no decimal number",
                "5.00 | 999999999999999999 | below 2^63",
                "KES | XXX | no ISO 4217 currency",
                "KES | kes | no ISO 4217 currency",
                "2026-11-27 | 2026-02-30 | a date",
                "2026-11-27 | 1901-01-01 | a date",
                "2026-11-27 | +99999-01-01 | a date",
                "<Sts>BOOK | <Sts>DONE | a status",
                "<CdtDbtInd>CRDT | <CdtDbtInd>Crdt | neither CRDT nor DBIT",
            })
    void namesWhatIsWrongWithATransactionAndReadsTheOthers(String right, String wrong, String named) {
        String entry =
                entry(CREDIT, "BOOK", transaction("TX-1", "5.00", "LN-1")).replace(right, wrong == null ? "" : wrong);

        List<BankEntry> read =
                read(notification("08", entry + entry(CREDIT, "BOOK", transaction("TX-2", "1", "LN-2"))));

        assertThat(read.getFirst()).isInstanceOfSatisfying(Unclear.class, unclear -> assertThat(unclear.reason())
                .contains(named));
        assertThat(read.get(1)).isInstanceOf(Told.class);
    }

    private Told paid(String place, String account, String paymentId, long minorUnits) {
        Fact.Payment payment =
                new Fact.Payment(Camt.loanId(account), new PaymentId(paymentId), new Money(minorUnits, KES), THAT_DAY);
        return new Told(place, payment, THAT_DAY);
    }

    private static List<BankEntry> read(RawBody document) {
        return Camt.read(document, RemittanceRule.DEFAULT);
    }
}
