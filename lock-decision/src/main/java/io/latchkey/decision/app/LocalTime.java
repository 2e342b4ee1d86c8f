package io.latchkey.decision.app;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Moves the business clock of a local stack. */
public interface LocalTime {

    /**
     * Moves the clock of every service.
     *
     * @param offset how far business time is to be ahead of system time; more than before
     * @return completes when this service and every follower show it
     */
    Uni<Void> moveTo(Duration offset);

    /**
     * Tells whether other services follow the clock: only they can say what became of what was ordered.
     *
     * @return true if there are any
     */
    boolean isFollowed();
}
