package io.latchkey.decision.app;

import io.smallrye.mutiny.Uni;

/** What comes in of facts about loans. */
public interface Feed {

    /**
     * Waits until everything is decided that was in Kafka when this was called. Nobody is locked while his payment lies
     * unread in our own queue.
     *
     * @return completes then; fails if it takes too long, or while nothing is assigned to this instance
     */
    Uni<Void> caughtUp();
}
