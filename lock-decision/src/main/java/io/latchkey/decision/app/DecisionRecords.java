package io.latchkey.decision.app;

import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Rules;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decisions as they were published, to be looked up by loan, and what is needed to understand them. The topic is the
 * truth; this can be dropped and filled from it again.
 */
public interface DecisionRecords {

    /**
     * Keeps records; one that is known stays as it is.
     *
     * @param records what one poll brought
     * @param next the next offset of each partition; none goes back
     * @return completes when both are kept
     */
    Uni<Void> keep(List<DecisionRecord> records, Map<Source, Long> next);

    /**
     * The decision that stood at a moment.
     *
     * @param loanId the loan
     * @param moment business time
     * @return the last one made until then, or nothing if none is on record
     */
    Uni<Optional<LoanDecision>> at(LoanId loanId, Instant moment);

    /**
     * A page of decisions.
     *
     * @param loanId the loan
     * @param before only decisions of a lower number
     * @param limit how many at most
     * @return the newest first
     */
    Uni<List<LoanDecision>> before(LoanId loanId, long before, int limit);

    /**
     * A loan as it stands now, without a lock.
     *
     * @param loanId the loan
     * @return the loan, or nothing if it was never named
     */
    Uni<Optional<Loan>> loan(LoanId loanId);

    /**
     * Rules that were read.
     *
     * @param policies any policies
     * @return those that are known
     */
    Uni<Map<PolicyKey, Rules>> rules(Set<PolicyKey> policies);
}
