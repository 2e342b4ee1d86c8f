package io.latchkey.system.story;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again. */
final class Waiting {

    private static final long PAUSE_MILLIS = 100;

    private Waiting() {}

    /** Looks until a condition holds; when patience ends, what was seen last. */
    static <T> T until(Duration patience, Supplier<T> look, Predicate<T> condition) {
        long end = System.nanoTime() + patience.toNanos();
        T seen = look.get();
        while (!condition.test(seen) && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            seen = look.get();
        }
        return seen;
    }
}
