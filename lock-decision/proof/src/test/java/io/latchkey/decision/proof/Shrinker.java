package io.latchkey.decision.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Drops lines of a history as long as it still fails without them. */
final class Shrinker {

    private Shrinker() {}

    /** The shortest history that was found; no line of it can be dropped alone. */
    static History shrunk(History failing, Predicate<History> fails) {
        History shortest = failing;
        for (int size = shortest.lines().size() / 2; size > 0; ) {
            History shorter = without(size, shortest, fails);
            size = shorter.lines().size() == shortest.lines().size() ? size / 2 : size;
            shortest = shorter;
        }
        return shortest;
    }

    private static History without(int size, History history, Predicate<History> fails) {
        for (int from = 0; from < history.lines().size(); from++) {
            List<Line> fewer = new ArrayList<>(history.lines());
            fewer.subList(from, Math.min(from + size, fewer.size())).clear();
            History shorter = history.with(fewer);
            if (fails.test(shorter)) {
                return shorter;
            }
        }
        return history;
    }
}
