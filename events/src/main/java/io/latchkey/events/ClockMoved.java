package io.latchkey.events;

import java.time.Duration;

/**
 * The business clock of a local stack was moved; a stack with real loans never carries it.
 *
 * @param offset how far the business clock is ahead of the system clock; only grows
 */
public record ClockMoved(Duration offset) implements Event {

    /** The one key of the compacted topic. */
    public static final String KEY = "clock";

    @Override
    public Topic topic() {
        return Topic.LOCAL_CLOCK;
    }

    @Override
    public String key() {
        return KEY;
    }
}
