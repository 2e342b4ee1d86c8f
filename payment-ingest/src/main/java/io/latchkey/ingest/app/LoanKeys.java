package io.latchkey.ingest.app;

import io.latchkey.events.LoanId;
import io.smallrye.mutiny.Uni;

/** The topic of loans' keys. */
@FunctionalInterface
public interface LoanKeys {

    /**
     * Erases a loan's key for everyone who reads the topic.
     *
     * @param loanId the loan
     * @return completes when Kafka has the word on all replicas in sync; fails with {@link UnavailableException}
     */
    Uni<Void> erase(LoanId loanId);
}
