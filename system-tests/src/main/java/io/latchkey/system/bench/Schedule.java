package io.latchkey.system.bench;

/**
 * When each payment is to be sent, whatever became of those before it: an open loop. Latency counts from here, so that
 * a sender that was held up does not hide the wait.
 *
 * @param startMicros of the first, in microseconds since 1970 on the system clock
 * @param perSecond the rate
 * @param count how many there are
 */
record Schedule(long startMicros, int perSecond, long count) {

    private static final long MICROS_PER_SECOND = 1_000_000;

    static Schedule of(long startMicros, int perSecond, java.time.Duration span) {
        return new Schedule(startMicros, perSecond, perSecond * span.toMillis() / 1_000);
    }

    /** The moment that a payment, counted from 0, is meant for. */
    long intended(long number) {
        return startMicros + number * MICROS_PER_SECOND / perSecond;
    }

    /** How many payments should have left at that moment. */
    long dueAt(long nowMicros) {
        if (nowMicros < startMicros) {
            return 0;
        }
        long elapsed = nowMicros - startMicros;
        // The rounding of intended() may let a payment be due a microsecond before the division says so.
        long due = elapsed * perSecond / MICROS_PER_SECOND;
        while (due < count && intended(due) <= nowMicros) {
            due++;
        }
        return Math.min(due, count);
    }
}
