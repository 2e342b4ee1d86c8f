package io.latchkey.kit.kafka;

import io.latchkey.events.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that came in: an event, or something that cannot be one. */
public sealed interface Inbound {

    /**
     * Where the record stood.
     *
     * @return topic, partition and offset
     */
    Origin origin();

    /**
     * A record that is an event: somebody's fact.
     *
     * @param event the fact
     * @param meta its headers
     * @param origin where it stood
     */
    record Fact(Event event, EventMeta meta, Origin origin) implements Inbound {}

    /**
     * A record that no retry will make readable; it belongs into the dead-letter topic.
     *
     * @param reason why, without content
     * @param record the record as it came
     */
    record Poison(String reason, ConsumerRecord<String, byte[]> record) implements Inbound {

        @Override
        public Origin origin() {
            return Origin.of(record);
        }
    }
}
