package io.latchkey.agent.mqtt;

import java.time.Duration;
import java.util.Random;

/** How long to wait before the next attempt: twice as long each time, and never all handsets at once. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 6;

    private final Random random;
    private int failures;

    Backoff(Random random) {
        this.random = random;
    }

    void succeeded() {
        failures = 0;
    }

    Duration next() {
        long ceiling = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, DOUBLINGS));
        failures++;
        return Duration.ofMillis(ceiling / 2 + random.nextInt((int) (ceiling / 2) + 1));
    }
}
