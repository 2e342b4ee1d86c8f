package io.latchkey.kit.kafka;

import io.latchkey.events.Event;
import java.util.Optional;

/**
 * An event to publish.
 *
 * @param event the fact
 * @param meta its headers
 * @param partition where it must stand, or nothing if its key decides
 */
public record OutgoingEvent(Event event, EventMeta meta, Optional<Integer> partition) {

    /**
     * An event whose key decides where it stands.
     *
     * @param event the fact
     * @param meta its headers
     */
    public OutgoingEvent(Event event, EventMeta meta) {
        this(event, meta, Optional.empty());
    }
}
