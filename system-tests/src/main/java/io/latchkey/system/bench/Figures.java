package io.latchkey.system.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What was measured of one way.
 *
 * @param cold the first moments of a fresh start, at the lower rate
 * @param at by payments a second
 * @param highest the highest rate that was held
 * @param saturated at that rate
 */
record Figures(Window cold, Map<Integer, Window> at, int highest, Window saturated) {

    Figures {
        at = new TreeMap<>(at);
    }

    /**
     * One series.
     *
     * @param payments how many were applied
     * @param p50 in milliseconds, from the intended moment to the stored apply
     * @param p99 as p50
     * @param max as p50
     * @param lagP99 how late the generator itself was
     * @param fellBehind whether the backlog grew; then the latencies say only that
     * @param refused answers that did not accept
     * @param cpu milliseconds of processor per payment, by process
     */
    record Window(
            long payments,
            double p50,
            double p99,
            double max,
            double lagP99,
            boolean fellBehind,
            long refused,
            Map<String, Double> cpu) {

        private static final double MICROS_PER_MILLI = 1_000;

        Window {
            cpu = new TreeMap<>(cpu);
        }

        static Window of(
                Histogram latencies, Histogram lag, boolean fellBehind, long refused, Map<String, Duration> used) {
            long payments = latencies.getTotalCount();
            Map<String, Double> cpu = new TreeMap<>();
            used.forEach((name, time) -> cpu.put(name, time.toMillis() / (double) Math.max(1, payments)));
            return new Window(
                    payments,
                    latencies.getValueAtPercentile(50) / MICROS_PER_MILLI,
                    latencies.getValueAtPercentile(99) / MICROS_PER_MILLI,
                    latencies.getMaxValue() / MICROS_PER_MILLI,
                    lag.getValueAtPercentile(99) / MICROS_PER_MILLI,
                    fellBehind,
                    refused,
                    cpu);
        }

        double cpuTotal() {
            return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
