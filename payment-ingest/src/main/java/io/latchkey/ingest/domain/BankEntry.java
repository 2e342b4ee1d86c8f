package io.latchkey.ingest.domain;

import java.time.Instant;

/** What one transaction of a bank's report comes to. */
public sealed interface BankEntry {

    /**
     * Where it stands.
     *
     * @return its path in the document, as {@code report[1]/Ntry[2]/TxDtls[3]}; a report is a {@code Ntfctn} or {@code Stmt}
     */
    String place();

    /**
     * A fact about a loan.
     *
     * @param place where it stands
     * @param fact what it says
     * @param timestamp when it became so, as the bank says
     */
    record Told(String place, Fact.AboutLoan fact, Instant timestamp) implements BankEntry {}

    /**
     * Nothing about money that a borrower pays.
     *
     * @param place where it stands
     * @param reason what it is
     */
    record Passed(String place, String reason) implements BankEntry {}

    /**
     * Perhaps money that a borrower paid; nobody can tell for what.
     *
     * @param place where it stands
     * @param reason what is missing or wrong
     */
    record Unclear(String place, String reason) implements BankEntry {}
}
