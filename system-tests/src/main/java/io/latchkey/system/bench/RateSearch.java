package io.latchkey.system.bench;

import java.util.OptionalInt;

/**
 * Looks for the highest rate that is held: upwards by half until one is not, then between the two until they are close.
 */
final class RateSearch {

    private static final double STEP = 1.5;
    private static final double CLOSE = 1.08;
    private static final int ROUND = 10;

    private int held;
    private int lost = Integer.MAX_VALUE;
    private int next;

    RateSearch(int first) {
        this.next = first;
    }

    /** The rate to try now; nothing if the answer is known. */
    OptionalInt next() {
        boolean known = (held > 0 && lost <= CLOSE * held) || next <= held || next >= lost;
        return known ? OptionalInt.empty() : OptionalInt.of(next);
    }

    /** What became of {@link #next()}. */
    void outcome(boolean wasHeld) {
        if (wasHeld) {
            held = next;
        } else {
            lost = next;
        }
        next = lost == Integer.MAX_VALUE ? rounded(held * STEP) : rounded(held == 0 ? lost / 2.0 : middle());
    }

    private double middle() {
        return Math.sqrt((double) held * lost);
    }

    private static int rounded(double rate) {
        return Math.max(ROUND, (int) Math.round(rate / ROUND) * ROUND);
    }

    /** The highest rate that was held; 0 if none was. */
    int highest() {
        return held;
    }
}
