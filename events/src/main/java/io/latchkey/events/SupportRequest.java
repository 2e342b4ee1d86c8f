package io.latchkey.events;

import java.time.Instant;

/**
 * What support asks for. What is placed and what is lifted find each other by their ids, so it does not matter in which
 * order they come.
 */
public sealed interface SupportRequest extends Event {

    /**
     * The partner of whom it is asked.
     *
     * @return the partner
     */
    PartnerId partnerId();

    /**
     * Who asks: the subject of a sign-in, a pseudonym and never a name.
     *
     * @return the actor
     */
    String by();

    /**
     * When it was asked, on the business clock.
     *
     * @return the moment
     */
    Instant requestedAt();

    @Override
    default Topic topic() {
        return Topic.SUPPORT_REQUESTS;
    }

    /** What is asked for one loan. */
    sealed interface ForLoan extends SupportRequest {

        /**
         * The loan.
         *
         * @return the loan
         */
        LoanId loanId();

        @Override
        default String key() {
            return loanId().value();
        }
    }

    /**
     * Nothing more is taken from the borrower for a while.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param holdId names the hold
     * @param reason a code in kebab-case: {@code dispute}, {@code hardship}, {@code disaster}
     * @param until when it ends by itself
     * @param by who asks
     * @param requestedAt business time
     */
    record HoldPlaced(
            LoanId loanId,
            PartnerId partnerId,
            String holdId,
            String reason,
            Instant until,
            String by,
            Instant requestedAt)
            implements ForLoan {}

    /**
     * A hold ends early.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param holdId the hold
     * @param by who asks
     * @param requestedAt business time
     */
    record HoldLifted(LoanId loanId, PartnerId partnerId, String holdId, String by, Instant requestedAt)
            implements ForLoan {}

    /**
     * The handset is free for a limited time, whatever is due.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param grantId names the grant
     * @param until when it ends by itself; the policy's longest grant cuts it short
     * @param by who asks
     * @param requestedAt business time
     */
    record GrantIssued(
            LoanId loanId, PartnerId partnerId, String grantId, Instant until, String by, Instant requestedAt)
            implements ForLoan {}

    /**
     * A grant ends early.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param grantId the grant
     * @param by who asks
     * @param requestedAt business time
     */
    record GrantRevoked(LoanId loanId, PartnerId partnerId, String grantId, String by, Instant requestedAt)
            implements ForLoan {}

    /**
     * The present state is to be said to the handset again, under a new revision.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param requestId names the request
     * @param by who asks
     * @param requestedAt business time
     */
    record ForceUpdateRequested(LoanId loanId, PartnerId partnerId, String requestId, String by, Instant requestedAt)
            implements ForLoan {}

    /**
     * Parked money belongs to this loan.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param paymentId the parked payment
     * @param by who asks
     * @param requestedAt business time
     */
    record PaymentMatched(LoanId loanId, PartnerId partnerId, PaymentId paymentId, String by, Instant requestedAt)
            implements ForLoan {}

    /**
     * A supervisor approves a batch. It takes two different ones.
     *
     * @param partnerId the partner
     * @param batchId the batch
     * @param by who approves
     * @param requestedAt business time
     */
    record BatchApproved(PartnerId partnerId, String batchId, String by, Instant requestedAt)
            implements SupportRequest {

        @Override
        public String key() {
            return partnerId.value();
        }
    }
}
