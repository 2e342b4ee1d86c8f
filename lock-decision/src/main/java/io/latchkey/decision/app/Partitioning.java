package io.latchkey.decision.app;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;

/** Where the facts of a loan stand. */
public interface Partitioning {

    /**
     * The partition of {@code installment-events} that holds everything keyed by a loan.
     *
     * @param loanId the loan
     * @return what Kafka's own partitioner says, so that it is the partition in which its records are
     * @throws IllegalStateException before the first assignment, when the number of partitions is not known yet
     */
    int of(LoanId loanId);

    /**
     * The partition whose owner relays what is said about all loans of a partner at once.
     *
     * @param partnerId the partner
     * @return a partition of {@code installment-events}
     * @throws IllegalStateException before the first assignment
     */
    int of(PartnerId partnerId);
}
