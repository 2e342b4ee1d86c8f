package io.latchkey.decision.domain;

import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.handset.Handset;
import java.time.Instant;

/**
 * States the present state anew when a handset proves that it holds a state which we do not know: our database is older
 * than what we said. The new word stands above what the handset holds, so that the handset obeys it.
 *
 * <p>A revision that cannot be ours is not believed: whoever holds a handset's key could drive its numbers to their end.
 * Then the present state stays as it was said, and the decision says why.
 */
final class Restatement {

    private Restatement() {}

    static Verdict decide(Contract contract, HandsetContradicts event, Surroundings around, Instant now) {
        Handset handset = LockPolicy.handsetOf(contract, around);
        if (!handset.isContradictedBy(event.word())) {
            // What was said meanwhile stands above it already.
            return Verdict.unmoved(contract, Judgement.outlook(contract, around, now));
        }
        return handset.mayHold(event.word().revision())
                ? Judgement.of(contract, handset.holding(event.word().revision()), Reason.HANDSET_AHEAD, around, now)
                : Judgement.of(contract, handset, Reason.HANDSET_IMPLAUSIBLE, around, now);
    }
}
