package io.latchkey.decision.domain;

import io.latchkey.decision.domain.Recorded.Outcome;
import io.latchkey.decision.domain.Weighing.Cause;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recorded judgement worked out again, by the same function and from what is on record alone. It comes to the same, or
 * somebody changed the record, or the function.
 *
 * @param recorded the judgement on record
 * @param rungs the steps that its position reached, and those that somebody's word led to, with what kept each away
 * @param outcome what it comes to now
 */
public record Recount(Recorded recorded, List<Rung> rungs, Outcome outcome) {

    /** Copies the list. */
    public Recount {
        rungs = List.copyOf(rungs);
    }

    /**
     * Works a judgement out again.
     *
     * @param recorded the judgement on record
     * @param policy the policy's version that it names
     * @param pack the law's version that it names
     * @return both outcomes
     */
    public static Recount of(Recorded recorded, Policy policy, Pack pack) {
        Cause cause = causeOf(recorded);
        List<Rung> rungs = cause == Cause.EVENT || cause == Cause.CLOCK ? rungsOf(recorded, policy, pack) : List.of();
        return new Recount(recorded, rungs, outcomeOf(new Weighing(cause, recorded.before(), rungs)));
    }

    /**
     * Tells whether both outcomes are the same.
     *
     * @return false if a human must look at it
     */
    public boolean agrees() {
        return outcome.equals(recorded.outcome());
    }

    /** Whether all is paid, the position says itself. */
    private static Cause causeOf(Recorded recorded) {
        if (recorded.position().outstanding().minorUnits() == 0) {
            return recorded.cause() == Cause.OVER ? Cause.OVER : Cause.PAID;
        }
        return recorded.cause() == Cause.PAID ? Cause.EVENT : recorded.cause();
    }

    /** What the ladder reached follows from the position, whatever is on record of it. */
    private static List<Rung> rungsOf(Recorded recorded, Policy policy, Pack pack) {
        List<Rung> rungs = new ArrayList<>();
        for (Ladder.Reached reached : Ladder.reached(recorded.position(), policy, pack)) {
            String clause = policy.clauseOf(reached.step());
            List<Hindrance> hindrances = recorded.rungs().stream()
                    .filter(rung -> !rung.demanded() && rung.clause().equals(clause))
                    .findFirst()
                    .map(Rung::hindrances)
                    .orElse(List.of());
            rungs.add(new Rung(clause, Standing.of(reached.step()), false, hindrances));
        }
        recorded.rungs().stream().filter(Rung::demanded).forEach(rungs::add);
        return rungs;
    }

    private static Outcome outcomeOf(Weighing weighing) {
        Standing next = weighing.next();
        boolean stays = weighing.cause() == Cause.CLOCK && next.equals(weighing.before());
        Optional<Rung> wanted =
                weighing.further().stream().filter(rung -> stays).reduce((lower, higher) -> higher);
        return new Outcome(next.stage(), wanted.map(rung -> rung.standing().stage()));
    }
}
