package io.latchkey.ingest.app;

import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.SignedContent;

/** Reads what banks report at once: many entries in one document. All of it blocks. */
@FunctionalInterface
public interface BankReports {

    /**
     * Reads a report to its end, so that nothing of a broken one counts, and opens it again.
     *
     * @param partner whose loans are paid
     * @param content the document
     * @return its entries from the first one
     * @throws UnreadableReportException if it is no report of a kind that is known
     */
    BankReport open(Partner partner, SignedContent content);
}
