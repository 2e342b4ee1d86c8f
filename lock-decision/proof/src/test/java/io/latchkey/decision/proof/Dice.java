package io.latchkey.decision.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/** Chance, scattered well even where seeds follow each other. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... some) {
        return some[random.nextInt(some.length)];
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A quarter of an hour of a day; now and then one at which something else happens too. */
    Instant on(LocalDate day, ZoneId zone) {
        LocalTime time =
                switch (between(0, 5)) {
                    case 0 -> LocalTime.MIDNIGHT;
                    case 1 -> LocalTime.of(9, 0);
                    case 2 -> LocalTime.of(18, 0);
                    default -> LocalTime.of(between(0, 23), 15 * between(0, 3));
                };
        return day.atTime(time).atZone(zone).toInstant();
    }
}
