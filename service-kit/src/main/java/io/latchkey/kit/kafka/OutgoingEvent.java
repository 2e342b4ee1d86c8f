package io.latchkey.kit.kafka;

import io.latchkey.events.Event;

/**
 * An event to publish.
 *
 * @param event the fact
 * @param meta its headers
 */
public record OutgoingEvent(Event event, EventMeta meta) {}
