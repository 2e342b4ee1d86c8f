package io.latchkey.gateway.http;

import io.latchkey.events.DeviceId;
import io.latchkey.kit.clock.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how often one phone comes with a provisioning key: nobody wipes a phone every minute, and whoever guesses keys
 * for an IMEI that he read somewhere is slowed down. Kept in memory, for the phones that came last.
 */
@ApplicationScoped
class RenewalTries {

    static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST = 10;
    private static final int PHONES = 10_000;

    private final SystemClock clock;
    private final Map<DeviceId, Deque<Instant>> tries = new LatestUsed();

    RenewalTries(SystemClock clock) {
        this.clock = clock;
    }

    /** Counts one more, unless there were too many lately. */
    synchronized boolean take(DeviceId shown) {
        Instant now = clock.now();
        Deque<Instant> lately = tries.computeIfAbsent(shown, first -> new ArrayDeque<>());
        while (!lately.isEmpty() && lately.getFirst().plus(PAUSE).isBefore(now)) {
            lately.removeFirst();
        }
        if (lately.size() >= MOST) {
            return false;
        }
        lately.addLast(now);
        return true;
    }

    /** One that came to nothing because of us was none: after an outage a phone must not wait for longer than we did. */
    synchronized void giveBack(DeviceId shown) {
        Deque<Instant> lately = tries.get(shown);
        if (lately != null) {
            lately.pollLast();
        }
    }

    private static final class LatestUsed extends LinkedHashMap<DeviceId, Deque<Instant>> {

        LatestUsed() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceId, Deque<Instant>> eldest) {
            return size() > PHONES;
        }
    }
}
