package io.latchkey.decision.app;

import java.util.Map;

/** Where to go on reading: the offsets that were committed together with the state. */
public interface Offsets {

    /**
     * The offsets of a topic; blocks.
     *
     * @param topic the topic's name
     * @return the next offset of each partition that was ever consumed
     */
    Map<Source, Long> of(String topic);
}
