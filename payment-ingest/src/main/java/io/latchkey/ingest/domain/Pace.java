package io.latchkey.ingest.domain;

/**
 * How often a partner may ask.
 *
 * @param perSecond requests a second, for as long as it likes
 * @param burst how many it may send at once after a pause
 */
public record Pace(int perSecond, int burst) {

    /** Far above what any lender's bank sends; it bounds what one partner can take from the others. */
    public static final Pace DEFAULT = new Pace(1_000, 2_000);

    /** Checks both. */
    public Pace {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("perSecond and burst must be at least 1");
        }
    }
}
