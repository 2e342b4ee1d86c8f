package io.latchkey.decision.app;

import io.latchkey.decision.domain.Recorded.Outcome;
import io.latchkey.events.LoanId;

/** Calls a human. */
public interface Alarm {

    /**
     * A recorded decision does not follow from what is recorded of it.
     *
     * @param loanId the loan
     * @param number the decision
     * @param recorded what it came to
     * @param again what it comes to now
     */
    void explanationDiffers(LoanId loanId, long number, Outcome recorded, Outcome again);
}
