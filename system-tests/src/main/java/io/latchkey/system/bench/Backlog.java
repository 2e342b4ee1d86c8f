package io.latchkey.system.bench;

import java.util.ArrayList;
import java.util.List;

/** Whether what waits grows while a rate lasts. Judged by means of quarters, so that one hiccup decides nothing. */
final class Backlog {

    /** What a path may have in hand without being behind: this many seconds of payments. */
    private static final double SLACK_SECONDS = 0.25;

    private static final double GROWTH = 1.5;
    private static final int QUARTERS = 4;

    private final int perSecond;
    private final List<Long> samples = new ArrayList<>();

    Backlog(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Notes how many payments were on their way at one of several evenly spread moments. */
    void sample(long outstanding) {
        samples.add(outstanding);
    }

    /** So far behind that nothing can mend it within the trial. */
    boolean isHopeless() {
        return !samples.isEmpty() && samples.getLast() > 3L * perSecond;
    }

    /**
     * Judges the whole trial.
     *
     * @throws IllegalStateException if there are too few samples to judge by
     */
    boolean isGrowing() {
        if (samples.size() < 2 * QUARTERS) {
            throw new IllegalStateException("a trial needs at least 8 samples but had " + samples.size());
        }
        return isHopeless() || quarter(QUARTERS - 1) > GROWTH * quarter(1) + SLACK_SECONDS * perSecond;
    }

    private double quarter(int number) {
        int size = samples.size();
        return samples.subList(number * size / QUARTERS, (number + 1) * size / QUARTERS).stream()
                .mapToLong(Long::longValue)
                .average()
                .orElseThrow();
    }
}
