package io.latchkey.kit.clock;

/**
 * What a service has to do each time its business clock was moved. Only then does it show the new time at
 * {@code GET /local/clock}, and whoever walks the clock waits for that.
 */
@FunctionalInterface
public interface AfterClockMove {

    /** Does it. If it throws, it is asked again a moment later; it may be asked more than once for one move. */
    void catchUp();
}
