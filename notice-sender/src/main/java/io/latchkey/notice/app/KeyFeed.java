package io.latchkey.notice.app;

import io.latchkey.events.LoanId;
import io.smallrye.mutiny.Uni;

/** Tells whether more keys are to come. */
public interface KeyFeed {

    /**
     * Compares what Kafka holds now with what was read.
     *
     * @param loanId a loan
     * @return true if its partition of {@code loan-keys} was read up to its end, so that a key that is not there was
     *     erased, or never made; fails if Kafka does not say
     */
    Uni<Boolean> isReadFor(LoanId loanId);
}
