package io.latchkey.decision.domain;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;

/** What we keep of a loan: either only that something named it, or its whole contract. */
public sealed interface Loan permits Announced, Contract {

    /**
     * Whose it is.
     *
     * @return the loan's id
     */
    LoanId loanId();

    /**
     * The partner that financed it.
     *
     * @return the partner
     */
    PartnerId partnerId();

    /**
     * How many decisions were made about it.
     *
     * @return the number of the last decision; 0 before the first
     */
    long decisions();
}
