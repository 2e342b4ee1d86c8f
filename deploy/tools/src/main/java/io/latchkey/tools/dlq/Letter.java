package io.latchkey.tools.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record that a service put aside.
 *
 * @param id where it lies
 * @param record the record, with the headers that it came with and those that say why it lies here
 * @param settled what became of it; nothing while it is open
 */
record Letter(LetterId id, ConsumerRecord<byte[], byte[]> record, Optional<String> settled) {

    /** What headers are called that do not belong to the record itself. */
    static final String OURS = "dlq_";

    Instant time() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    String reason() {
        return header("dlq_reason").orElse("no reason given");
    }

    String consumer() {
        return header("dlq_consumer").orElse("unknown");
    }

    /** Where it lay in the topic that it was meant for. */
    Optional<Integer> originPartition() {
        return header("dlq_partition").map(Integer::valueOf);
    }

    Optional<String> header(String name) {
        return text(record.headers(), name);
    }

    static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }

    /** The headers that it came with. */
    Iterable<Header> ownHeaders() {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith(OURS))
                .toList();
    }
}
