package io.latchkey.decision.app;

import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.Basis;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.Optional;

/**
 * What every kind of decision says in common.
 *
 * @param number counts the loan's decisions
 * @param decidedAt business time
 * @param type the event's record, for example {@code StageEntered}
 * @param from the stage before, if a contract was judged
 * @param to the stage after
 * @param wanted the stage of a step that was reached and not entered
 * @param reason a code in kebab-case
 * @param clause the clause that was applied
 * @param revision the revision that told the handset
 */
public record DecisionSummary(
        long number,
        Instant decidedAt,
        String type,
        Optional<Stage> from,
        Optional<Stage> to,
        Optional<Stage> wanted,
        String reason,
        Optional<String> clause,
        Optional<Long> revision) {

    /**
     * Reads a decision.
     *
     * @param decision any kind
     * @return what it says
     */
    public static DecisionSummary of(LoanDecision decision) {
        return switch (decision) {
            case LoanDecision.StageEntered one -> judged(one, one.from(), one.stage(), Optional.empty(), one.basis());
            case LoanDecision.StageLeft one -> judged(one, one.from(), one.stage(), Optional.empty(), one.basis());
            case LoanDecision.StageKept one -> judged(one, one.stage(), one.stage(), Optional.empty(), one.basis());
            case LoanDecision.Released one -> judged(one, one.from(), Stage.RELEASED, Optional.empty(), one.basis());
            case LoanDecision.EscalationHeld one ->
                judged(one, one.stage(), one.stage(), Optional.of(one.wanted()), one.basis());
            case LoanDecision.LoanWaiting one -> unjudged(one, one.reason());
            case LoanDecision.LoanRefused one -> unjudged(one, one.reason());
            case LoanDecision.PaymentParked one -> unjudged(one, one.reason());
        };
    }

    /**
     * What a decision rests on.
     *
     * @param decision any kind
     * @return its basis; nothing if no contract was judged
     */
    public static Optional<Basis> basisOf(LoanDecision decision) {
        return switch (decision) {
            case LoanDecision.StageEntered one -> Optional.of(one.basis());
            case LoanDecision.StageLeft one -> Optional.of(one.basis());
            case LoanDecision.StageKept one -> Optional.of(one.basis());
            case LoanDecision.Released one -> Optional.of(one.basis());
            case LoanDecision.EscalationHeld one -> Optional.of(one.basis());
            case LoanDecision.LoanWaiting one -> Optional.empty();
            case LoanDecision.LoanRefused one -> Optional.empty();
            case LoanDecision.PaymentParked one -> Optional.empty();
        };
    }

    private static DecisionSummary judged(
            LoanDecision decision, Stage from, Stage to, Optional<Stage> wanted, Basis basis) {
        return new DecisionSummary(
                decision.number(),
                decision.decidedAt(),
                decision.getClass().getSimpleName(),
                Optional.of(from),
                Optional.of(to),
                wanted,
                basis.reason(),
                basis.policyClause(),
                basis.revision());
    }

    private static DecisionSummary unjudged(LoanDecision decision, String reason) {
        return new DecisionSummary(
                decision.number(),
                decision.decidedAt(),
                decision.getClass().getSimpleName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reason,
                Optional.empty(),
                Optional.empty());
    }
}
