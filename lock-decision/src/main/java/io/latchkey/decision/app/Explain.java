package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Hindsight;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Recount;
import io.latchkey.decision.domain.Rules;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.latchkey.events.Position;
import io.latchkey.kit.clock.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Explains decisions from their records alone, and works each out again on the way: whoever asks why checks the record
 * too. A difference is an alarm.
 */
@ApplicationScoped
public class Explain {

    private final DecisionRecords records;
    private final BusinessClock clock;
    private final Alarm alarm;

    Explain(DecisionRecords records, BusinessClock clock, Alarm alarm) {
        this.records = records;
        this.clock = clock;
        this.alarm = alarm;
    }

    /**
     * Explains the decision that stood at a moment.
     *
     * @param loanId the loan
     * @param at business time; now if nothing is said
     * @return what can be said of it
     */
    public Uni<Explanation> at(LoanId loanId, Optional<Instant> at) {
        Instant moment = at.orElseGet(clock::now);
        return records.loan(loanId).chain(known -> known.map(loan -> about(loan, moment))
                .orElseGet(() -> Uni.createFrom().item(new Explanation.UnknownLoan())));
    }

    /**
     * A page of decisions.
     *
     * @param loanId the loan
     * @param before only decisions of a lower number
     * @param limit how many at most
     * @return the newest first; nothing if there is no such loan
     */
    public Uni<Optional<List<LoanDecision>>> decisions(LoanId loanId, long before, int limit) {
        return records.loan(loanId)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : records.before(loanId, before, limit).map(Optional::of));
    }

    private Uni<Explanation> about(Loan loan, Instant moment) {
        return records.before(loan.loanId(), Long.MAX_VALUE, 1)
                .map(newest -> pending(loan, newest))
                .chain(pending -> records.at(loan.loanId(), moment).chain(stood -> stood.map(
                                decision -> explained(loan, decision, moment, pending))
                        .orElseGet(() -> Uni.createFrom().item(new Explanation.NothingBefore(moment, pending)))));
    }

    private static long pending(Loan loan, List<LoanDecision> newest) {
        return Math.max(
                0,
                loan.decisions()
                        - newest.stream().mapToLong(LoanDecision::number).sum());
    }

    private Uni<Explanation> explained(Loan loan, LoanDecision decision, Instant moment, long pending) {
        return records.rules(policies(loan, decision)).map(rules -> {
            WorkedOutAgain again = WorkedOutAgain.of(decision, rules);
            raiseIfDifferent(decision, again);
            return new Explanation.Explained(
                    loan.loanId(),
                    moment,
                    decision,
                    new Sentences(decision, again, zoneOf(loan)).all(),
                    again,
                    knownToday(loan, decision, rules),
                    pending);
        });
    }

    private void raiseIfDifferent(LoanDecision decision, WorkedOutAgain again) {
        if (again instanceof WorkedOutAgain.Done done && !done.recount().agrees()) {
            Recount recount = done.recount();
            alarm.explanationDiffers(
                    decision.loanId(), decision.number(), recount.recorded().outcome(), recount.outcome());
        }
    }

    private static Set<PolicyKey> policies(Loan loan, LoanDecision decision) {
        Set<PolicyKey> wanted = new HashSet<>();
        if (loan instanceof Contract contract) {
            wanted.add(PolicyKey.of(contract));
        }
        DecisionSummary.basisOf(decision)
                .flatMap(LoanDecision.Basis::inputs)
                .ifPresent(inputs -> wanted.add(WorkedOutAgain.policyOf(decision, inputs)));
        return wanted;
    }

    private static Optional<Position> knownToday(Loan loan, LoanDecision decision, Map<PolicyKey, Rules> rules) {
        return loan instanceof Contract contract
                ? Optional.of(Hindsight.positionAt(
                        contract, decision.decidedAt(), Optional.ofNullable(rules.get(PolicyKey.of(contract)))))
                : Optional.empty();
    }

    private static ZoneId zoneOf(Loan loan) {
        return loan instanceof Contract contract ? contract.terms().zone() : ZoneOffset.UTC;
    }
}
