package io.latchkey.system.bench;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The payments that were meant to be sent and are not applied yet. All payments have the same amount, so what a
 * handset's screen says is due tells how many of its payments it has applied; a token that carries several counts for
 * each of them.
 */
final class Outstanding {

    private static final long LONGEST_MICROS = 600_000_000L;
    private static final int DIGITS = 3;

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final AtomicLong open = new AtomicLong();
    private volatile @Nullable Histogram latencies;

    /** Takes a handset in, with what is due on it now. */
    void admit(String deviceId, long amountDue) {
        accounts.put(deviceId, new Account(amountDue));
    }

    /** A payment is meant for this moment. */
    void meant(String deviceId, long intendedMicros) {
        account(deviceId).meant(intendedMicros);
        open.incrementAndGet();
    }

    /** A handset stored a token; those that were never admitted are passed over. */
    void applied(Applied applied) {
        Optional.ofNullable(accounts.get(applied.deviceId())).ifPresent(account -> account.applied(applied));
    }

    /** How many are on their way. */
    long count() {
        return open.get();
    }

    /** What is due on a handset's screen. */
    long amountDue(String deviceId) {
        return account(deviceId).amountDue();
    }

    /** Begins a new series: latencies in microseconds of what is applied from now on. */
    Histogram measure() {
        Histogram fresh = new org.HdrHistogram.ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        latencies = fresh;
        return fresh;
    }

    private Account account(String deviceId) {
        Account account = accounts.get(deviceId);
        if (account == null) {
            throw new IllegalStateException("no handset " + deviceId + " was admitted");
        }
        return account;
    }

    private final class Account {

        private final Queue<Long> waiting = new ArrayDeque<>();
        private long amountDue;

        Account(long amountDue) {
            this.amountDue = amountDue;
        }

        synchronized void meant(long intendedMicros) {
            waiting.add(intendedMicros);
        }

        synchronized long amountDue() {
            return amountDue;
        }

        synchronized void applied(Applied applied) {
            long paid = amountDue - applied.amountDue();
            amountDue = Math.min(amountDue, applied.amountDue());
            for (long i = 0; i < paid && !waiting.isEmpty(); i += Payments.AMOUNT) {
                long latency = applied.atMicros() - waiting.remove();
                open.decrementAndGet();
                Histogram series = latencies;
                if (series != null) {
                    series.recordValue(Math.clamp(latency, 0, LONGEST_MICROS));
                }
            }
        }
    }
}
