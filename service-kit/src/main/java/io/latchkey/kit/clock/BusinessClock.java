package io.latchkey.kit.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of loans: days past due, deadlines, {@code paidAt}, the times in a token. It runs ahead of the system clock
 * by an offset that is zero except on a local stack.
 */
@ApplicationScoped
public class BusinessClock {

    private final AtomicLong offsetNanos = new AtomicLong();

    /**
     * The moment.
     *
     * @return business time
     */
    public Instant now() {
        return Instant.now().plus(offset());
    }

    /**
     * How far business time is ahead.
     *
     * @return zero or more
     */
    public Duration offset() {
        return Duration.ofNanos(offsetNanos.get());
    }

    void moveTo(Duration newOffset) {
        offsetNanos.accumulateAndGet(newOffset.toNanos(), Math::max);
    }
}
