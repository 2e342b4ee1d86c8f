package io.latchkey.decision.proof;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

/** Looks for a history in which engine and clerk part. */
public final class Proof {

    private Proof() {}

    /**
     * Plays one history.
     *
     * @param seed which one
     * @return the difference with the shortest history that shows one, for people to read; nothing if there is none
     */
    public static Optional<String> difference(long seed) {
        return Play.firstDifference(Histories.random(seed), Policies.PACKS).map(found -> told(seed));
    }

    /**
     * Plays one history with a clerk who looks up every quarter of an hour.
     *
     * @param seed which one
     * @return the difference; nothing if there is none
     */
    public static Optional<String> differenceByTheQuarter(long seed) {
        return Play.firstDifference(Histories.random(seed), Policies.PACKS, Duration.ofMinutes(15))
                .map(found -> "seed " + seed + " by the quarter: " + found);
    }

    /**
     * Plays histories until one shows a difference, without looking for a shorter one.
     *
     * @param seeds how many at most
     * @return the first seed that does; nothing if none does
     */
    public static Optional<Long> firstSeed(int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .filter(seed -> Play.firstDifference(Histories.random(seed), Policies.PACKS)
                        .isPresent())
                .boxed()
                .findFirst();
    }

    private static String told(long seed) {
        History shortest =
                Shrinker.shrunk(Histories.random(seed), shorter -> Play.firstDifference(shorter, Policies.PACKS)
                        .isPresent());
        return "seed " + seed + ": "
                + Play.firstDifference(shortest, Policies.PACKS).orElseThrow() + "\n" + shortest;
    }
}
