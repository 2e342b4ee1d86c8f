package io.latchkey.notice.app;

import io.latchkey.events.LoanId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wrapped keys of loans' personal data, as far as they were read. */
public interface LoanKeys {

    /**
     * Looks for a key.
     *
     * @param loanId the loan
     * @return the wrapped key, or nothing if none was read, or it was erased
     */
    Uni<Optional<String>> find(LoanId loanId);

    /**
     * Keeps what was read, in one transaction.
     *
     * @param changes in the order of their partitions; what was kept before is passed over
     * @param next by partition, the offset after the last that was read
     * @return completes when it is durable
     */
    Uni<Void> keep(List<Change> changes, Map<Integer, Long> next);

    /**
     * How far a partition was read, by whichever instance.
     *
     * @param partition of {@code loan-keys}
     * @return the offset after the last that was read, 0 before the first
     */
    Uni<Long> next(int partition);

    /**
     * A key that came, or was erased.
     *
     * @param loanId the loan
     * @param wrapped the wrapped key, or nothing if it was erased
     * @param partition where that stands
     * @param offset where that stands
     */
    record Change(LoanId loanId, Optional<String> wrapped, int partition, long offset) {}
}
