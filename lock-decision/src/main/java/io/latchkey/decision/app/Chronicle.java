package io.latchkey.decision.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import java.util.List;

/** Tells operators what was decided: logs and counters. */
public interface Chronicle {

    /**
     * Notes what a transaction committed, once.
     *
     * @param committed decisions and intents
     */
    void note(List<OutgoingEvent> committed);
}
