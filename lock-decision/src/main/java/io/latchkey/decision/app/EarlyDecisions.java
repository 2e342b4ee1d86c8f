package io.latchkey.decision.app;

import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decisions on record that stand before one that they follow: they wait until that comes. */
final class EarlyDecisions {

    private final Map<LoanId, SortedMap<Long, LoanDecision>> waiting = new HashMap<>();

    /**
     * What can be taken now.
     *
     * @param decision the next one on record
     * @param known the number of the last one that was taken of its loan
     * @return it and those that waited for it, in order; nothing if it has to wait, or was taken before
     */
    List<LoanDecision> after(LoanDecision decision, long known) {
        if (decision.number() <= known) {
            return List.of();
        }
        SortedMap<Long, LoanDecision> ofLoan = waiting.computeIfAbsent(decision.loanId(), any -> new TreeMap<>());
        ofLoan.put(decision.number(), decision);
        List<LoanDecision> next = new ArrayList<>();
        while (!ofLoan.isEmpty() && ofLoan.firstKey() == known + next.size() + 1) {
            next.add(ofLoan.remove(ofLoan.firstKey()));
        }
        if (ofLoan.isEmpty()) {
            waiting.remove(decision.loanId());
        }
        return next;
    }

    /** A decision that was never published leaves a gap; those after it stand all the same. */
    List<LoanDecision> rest() {
        return waiting.values().stream().flatMap(some -> some.values().stream()).toList();
    }
}
