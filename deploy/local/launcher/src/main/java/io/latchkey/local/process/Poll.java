package io.latchkey.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a condition, with a deadline. */
public final class Poll {

    private static final Duration STEP = Duration.ofMillis(25);

    private Poll() {}

    /**
     * Waits until the condition holds.
     *
     * @return whether it came to hold in time
     */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }
}
