package io.latchkey.system.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Puts load on a way: payments by a schedule, each handset in its turn. */
final class Load implements AutoCloseable {

    private static final Duration SAMPLE = Duration.ofMillis(250);
    private static final Duration TICK = Duration.ofNanos(500_000);
    private static final long HEAD_START_MICROS = 20_000;
    private static final long LONGEST_MICROS = 600_000_000L;
    private static final int MOST_WHILE_WARMING_UP = 500;

    private final Way way;
    private final Outstanding outstanding;
    private final WebhookSender sender;
    private long turn;

    Load(Way way, Outstanding outstanding) {
        this.way = way;
        this.outstanding = outstanding;
        this.sender = new WebhookSender(way.webhook(), new Payments(way.secret()));
    }

    /**
     * One open-loop series.
     *
     * @param latencies from the intended moment to the stored apply, in microseconds
     * @param lag from the intended moment to when the sender got to it: the generator's own fault
     * @param backlog how what waits developed
     * @param sent how many payments
     */
    record Series(Histogram latencies, Histogram lag, Backlog backlog, long sent) {}

    /** Sends at a rate for a while, or until the way is hopelessly behind; does not wait for the last. */
    Series openLoop(int perSecond, Duration span) {
        Schedule schedule = Schedule.of(nowMicros() + HEAD_START_MICROS, perSecond, span);
        Series series = new Series(outstanding.measure(), new Histogram(LONGEST_MICROS, 3), new Backlog(perSecond), 0);
        long nextSample = schedule.startMicros() + SAMPLE.toNanos() / 1_000;
        long sent = 0;
        while (sent < schedule.count() && !series.backlog().isHopeless()) {
            long now = nowMicros();
            for (long due = schedule.dueAt(now); sent < due; sent++) {
                series.lag().recordValue(Math.max(0, now - schedule.intended(sent)));
                pay(schedule.intended(sent));
            }
            if (now >= nextSample) {
                series.backlog().sample(outstanding.count());
                nextSample += SAMPLE.toNanos() / 1_000;
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
        return new Series(series.latencies(), series.lag(), series.backlog(), sent);
    }

    /** Sends at full rate, but no more than the way takes: what is cold must not begin with a mountain. */
    void warmUp(Duration span) {
        Schedule schedule = Schedule.of(nowMicros(), Plan.WARM_UP_RATE, span);
        long sent = 0;
        for (long now = nowMicros(); now < schedule.intended(schedule.count()); now = nowMicros()) {
            for (long due = schedule.dueAt(now); sent < due; sent++) {
                if (outstanding.count() < MOST_WHILE_WARMING_UP) {
                    pay(now);
                }
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    /**
     * Waits until everything is applied.
     *
     * @return whether that came to pass in time
     */
    boolean drain(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (outstanding.count() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return outstanding.count() == 0;
    }

    long refused() {
        return sender.refused();
    }

    private void pay(long intendedMicros) {
        Handset next = way.handsets().get((int) (turn++ % way.handsets().size()));
        outstanding.meant(next.deviceId(), intendedMicros);
        sender.send(Payments.of(next, Payments.AMOUNT, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public void close() {
        sender.close();
    }
}
