package io.latchkey.decision.proof;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.request.Request;
import java.util.Map;
import java.util.TreeMap;

/** Counts what happens in the histories. */
final class Coverage {

    private Coverage() {}

    /** In how many lines each kind of thing happens, in so many histories. */
    static Map<String, Integer> of(int seeds) {
        Map<String, Integer> times = new TreeMap<>();
        for (Class<?> kind : Request.class.getPermittedSubclasses()) {
            if (kind != Request.Sign.class) {
                times.put(kind.getSimpleName(), 0);
            }
        }
        for (long seed = 1; seed <= seeds; seed++) {
            for (Line line : Histories.random(seed).lines()) {
                times.merge(kindOf(line), 1, Integer::sum);
            }
        }
        return times;
    }

    private static String kindOf(Line line) {
        return switch (line) {
            case Line.Told told
            when told.event() instanceof LoanEvent.Requested asked ->
                asked.request().getClass().getSimpleName();
            case Line.Told told -> told.event().getClass().getSimpleName();
            case Line.Answer answer -> answer.outcome().name();
            case Line other -> other.getClass().getSimpleName();
        };
    }
}
