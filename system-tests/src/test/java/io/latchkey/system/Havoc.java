package io.latchkey.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Something that breaks, and is mended after a while.
 *
 * @param name what a reader calls it
 * @param begins breaks it
 * @param lasts how long it stays broken
 * @param ends mends it; returns when all is up
 */
record Havoc(String name, Runnable begins, Duration lasts, Runnable ends) {

    static Havoc none() {
        return new Havoc("nothing breaks", () -> {}, Duration.ZERO, () -> {});
    }

    void happens() {
        begins.run();
        LockSupport.parkNanos(lasts.toNanos());
        ends.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
