package io.latchkey.decision.http;

import io.latchkey.decision.app.DecisionSummary;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import java.util.List;
import java.util.Optional;

/**
 * A page of decisions as it goes out.
 *
 * @param loanId the loan
 * @param decisions the newest first
 * @param next where the next page is, if there may be one
 */
record DecisionsAnswer(String loanId, List<DecisionSummary> decisions, Optional<String> next) {

    static DecisionsAnswer of(LoanId loanId, List<LoanDecision> page, int limit) {
        return new DecisionsAnswer(
                loanId.value(),
                page.stream().map(DecisionSummary::of).toList(),
                page.size() < limit
                        ? Optional.empty()
                        : Optional.of("/v1/loans/" + loanId + "/decisions?before="
                                + page.getLast().number() + "&limit=" + limit));
    }
}
