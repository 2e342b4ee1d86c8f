package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.events.Position;
import java.time.Instant;
import java.util.Optional;

/** A moment of the past as it looks from today, when facts are known that came late. */
public final class Hindsight {

    private Hindsight() {}

    /**
     * What all facts known today say of a past moment: money that counts from later is left out, money that was taken
     * back since never came.
     *
     * @param contract the contract as it stands today
     * @param moment business time
     * @param rules how the contract counts, as far as that is known
     * @return the position on the local date of that moment
     */
    public static Position positionAt(Contract contract, Instant moment, Optional<Rules> rules) {
        Facts facts = contract.facts();
        Facts then = new Facts(
                facts.payments().stream()
                        .filter(payment -> !payment.countsFrom().isAfter(moment))
                        .toList(),
                facts.reversals(),
                facts.closings(),
                facts.amendments());
        return contract.with(then).positionAt(moment, rules);
    }
}
