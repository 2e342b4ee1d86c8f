package io.latchkey.decision.app;

import static java.util.Locale.ROOT;

import io.latchkey.decision.domain.Hindrance;
import io.latchkey.decision.domain.Reason;
import io.latchkey.decision.domain.Recorded;
import io.latchkey.decision.domain.Recount;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.Rung;
import io.latchkey.decision.domain.Weighing;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.Basis;
import io.latchkey.events.LoanDecision.Inputs;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.PackId;
import java.util.Map;
import java.util.Optional;

/** What comes of a recorded decision when it is worked out again from what it says itself. */
public sealed interface WorkedOutAgain {

    /**
     * It was worked out.
     *
     * @param recount both outcomes
     */
    record Done(Recount recount) implements WorkedOutAgain {}

    /**
     * There is nothing to work it out from.
     *
     * @param why what is missing
     */
    record Impossible(String why) implements WorkedOutAgain {}

    /** Records as judgements; with {@link Announcements} the only file that knows both. */
    static WorkedOutAgain of(LoanDecision decision, Map<PolicyKey, Rules> known) {
        Optional<Basis> basis = DecisionSummary.basisOf(decision);
        if (basis.isEmpty()) {
            return new Impossible("no contract was judged, so nothing was weighed");
        }
        Optional<Inputs> inputs = basis.get().inputs();
        if (inputs.isEmpty()) {
            return new Impossible("no policy was known when it was decided");
        }
        Optional<Rules> rules = Optional.ofNullable(known.get(policyOf(decision, inputs.get())));
        if (rules.isEmpty()) {
            return new Impossible("the policy " + inputs.get().policy() + " is not known here");
        }
        PackId packId = PackId.of(inputs.get().pack());
        Optional<Pack> pack = rules.get().packs().versions(packId.country()).stream()
                .filter(one -> one.id().equals(packId))
                .findFirst();
        return pack.<WorkedOutAgain>map(law -> new Done(Recount.of(
                        recorded(DecisionSummary.of(decision), basis.get(), inputs.get()),
                        rules.get().policy(),
                        law)))
                .orElseGet(() -> new Impossible("the law " + packId + " is not known here"));
    }

    /** The policy that a record names, which looks like {@code standard@1}. */
    static PolicyKey policyOf(LoanDecision decision, Inputs inputs) {
        int at = inputs.policy().lastIndexOf('@');
        return new PolicyKey(
                decision.partnerId(),
                inputs.policy().substring(0, at),
                Integer.parseInt(inputs.policy().substring(at + 1)));
    }

    private static Recorded recorded(DecisionSummary decision, Basis basis, Inputs inputs) {
        return new Recorded(
                new Standing(decision.from().orElseThrow(), inputs.before()),
                new Recorded.Outcome(decision.to().orElseThrow(), decision.wanted()),
                basis.position(),
                Weighing.Cause.valueOf(inputs.cause().toUpperCase(ROOT)),
                inputs.rungs().stream().map(WorkedOutAgain::rung).toList());
    }

    private static Rung rung(LoanDecision.Rung rung) {
        return new Rung(
                rung.clause(),
                new Standing(rung.stage(), rung.restrictions()),
                rung.demanded(),
                rung.hindrances().stream()
                        .map(one -> new Hindrance(
                                Reason.valueOf(one.reason().toUpperCase(ROOT).replace('-', '_')), one.until()))
                        .toList());
    }
}
