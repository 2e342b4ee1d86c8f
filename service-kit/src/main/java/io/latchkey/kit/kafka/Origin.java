package io.latchkey.kit.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The place of a record in Kafka.
 *
 * @param topic the topic's name
 * @param partition the partition
 * @param offset the offset within it
 */
public record Origin(String topic, int partition, long offset) {

    static Origin of(ConsumerRecord<?, ?> record) {
        return new Origin(record.topic(), record.partition(), record.offset());
    }
}
