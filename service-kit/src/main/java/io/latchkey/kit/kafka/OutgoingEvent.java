package io.latchkey.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.Event;
import io.latchkey.events.EventJson;
import java.util.Objects;
import java.util.Optional;

/** An event to publish, in words already: it is worded once, however often it is stored or sent. */
public final class OutgoingEvent {

    private final Event event;
    private final EventMeta meta;
    private final Optional<Integer> partition;
    private final byte[] content;

    /**
     * An event that must stand in some partition.
     *
     * @param event the fact
     * @param meta its headers
     * @param partition where it must stand, or nothing if its key decides
     */
    public OutgoingEvent(Event event, EventMeta meta, Optional<Integer> partition) {
        this(event, meta, partition, EventJson.write(event));
    }

    /**
     * An event whose key decides where it stands.
     *
     * @param event the fact
     * @param meta its headers
     */
    public OutgoingEvent(Event event, EventMeta meta) {
        this(event, meta, Optional.empty());
    }

    private OutgoingEvent(Event event, EventMeta meta, Optional<Integer> partition, byte[] content) {
        this.event = event;
        this.meta = meta;
        this.partition = partition;
        this.content = content;
    }

    /** The same event as another record in a partition. */
    OutgoingEvent in(int place, EventMeta then) {
        return new OutgoingEvent(event, then, Optional.of(place), content);
    }

    /**
     * The fact.
     *
     * @return the event
     */
    public Event event() {
        return event;
    }

    /**
     * Its headers.
     *
     * @return the headers' content
     */
    public EventMeta meta() {
        return meta;
    }

    /**
     * Where it must stand.
     *
     * @return the partition, or nothing if its key decides
     */
    public Optional<Integer> partition() {
        return partition;
    }

    /**
     * What the record holds.
     *
     * @return the event as JSON
     */
    public String content() {
        return new String(content, UTF_8);
    }

    /** As {@link #content}, in UTF-8; not to be changed. */
    byte[] bytes() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutgoingEvent that
                && event.equals(that.event)
                && meta.equals(that.meta)
                && partition.equals(that.partition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, meta, partition);
    }

    /** Names the record, not what it tells of a person. */
    @Override
    public String toString() {
        return "OutgoingEvent[" + event.getClass().getSimpleName() + " " + meta.id() + "]";
    }
}
