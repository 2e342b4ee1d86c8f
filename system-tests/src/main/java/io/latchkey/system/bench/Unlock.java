package io.latchkey.system.bench;

import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.client.RunningStack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The moment that a borrower waits for: a locked handset whose arrears are paid, until its own memory says free. */
final class Unlock {

    private static final int DAYS_UNTIL_LOCKED = 46;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LONGEST_MICROS = 600_000_000L;

    private final Way way;
    private final Screens screens;
    private final Progress progress;
    private final Map<String, Long> paid = new ConcurrentHashMap<>();
    private final Histogram latencies = new ConcurrentHistogram(LONGEST_MICROS, 3);

    Unlock(Way way, Screens screens, Progress progress) {
        this.way = way;
        this.screens = screens;
        this.progress = progress;
    }

    Figures.Window run(RunningStack stack, Duration span) {
        lockAll(stack);
        int count = (int) Math.min(way.handsets().size(), Plan.UNLOCK_RATE * span.toSeconds());
        return free(stack, way.handsets().subList(0, count));
    }

    void lockAll(RunningStack stack) {
        progress.say("waiting %d days of business time until all are locked", DAYS_UNTIL_LOCKED);
        BusinessClockClient clock = new BusinessClockClient(stack);
        clock.walkTo(clock.now().plus(Duration.ofDays(DAYS_UNTIL_LOCKED)));
        screens.await(way.handsets(), "LOCKED", PATIENCE);
    }

    /** Frees locked handsets, one after the other. */
    Figures.Window free(RunningStack stack, List<Handset> payers) {
        screens.tell(this::hear);
        latencies.reset();
        BusinessClockClient clock = new BusinessClockClient(stack);
        Histogram lag = new Histogram(LONGEST_MICROS, 3);
        int count = payers.size();
        Instant paidAt = clock.now().truncatedTo(ChronoUnit.MILLIS);
        try (WebhookSender sender = new WebhookSender(way.webhook(), new Payments(way.secret()))) {
            Schedule schedule = new Schedule(Load.nowMicros() + 50_000, Plan.UNLOCK_RATE, count);
            for (int i = 0; i < count; i++) {
                long intended = schedule.intended(i);
                LockSupport.parkNanos(Math.max(0, intended - Load.nowMicros()) * 1_000);
                lag.recordValue(Math.max(0, Load.nowMicros() - intended));
                paid.put(payers.get(i).deviceId(), intended);
                long due = screens.of(payers.get(i)).orElseThrow().amountDue();
                sender.send(Payments.of(payers.get(i), due, paidAt));
            }
            screens.await(payers, "CURRENT", PATIENCE);
            Figures.Window window = Figures.Window.of(latencies, lag, false, sender.refused(), Map.of());
            progress.say(
                    "unlock at %d/s: p50 %.1f ms, p99 %.1f ms, max %.0f ms",
                    Plan.UNLOCK_RATE, window.p50(), window.p99(), window.max());
            return window;
        }
    }

    private void hear(Applied applied) {
        Long intended = paid.get(applied.deviceId());
        if (intended != null && applied.stage().equals("CURRENT")) {
            latencies.recordValue(Math.max(0, applied.atMicros() - intended));
        }
    }
}
