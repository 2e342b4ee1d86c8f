package io.latchkey.system.oracle;

import static java.util.stream.Collectors.joining;

import io.latchkey.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that all topics say of one loan and its handset, in the order in which Kafka took it. */
final class Timeline {

    private static final int LONGEST = 700;

    private Timeline() {}

    static String of(Tapes tapes, Subject subject) {
        List<String> keys = Stream.concat(
                        Stream.of(subject.loanId().value()), subject.deviceId().map(device -> device.value()).stream())
                .toList();
        return Stream.of(Topic.values())
                .flatMap(topic -> keys.stream().flatMap(key -> tapes.of(topic, key).stream()))
                .map(Tapes.Line::stands)
                .sorted(Comparator.comparing(ConsumerRecord::timestamp))
                .map(Timeline::line)
                .collect(joining("\n"));
    }

    private static String line(ConsumerRecord<String, byte[]> record) {
        String json = new String(record.value(), StandardCharsets.UTF_8);
        return "    " + Instant.ofEpochMilli(record.timestamp()) + " " + record.topic() + "/" + record.partition() + "@"
                + record.offset() + " " + Headers.of(record, "ce_type").replaceAll("^io\\.latchkey\\.", "") + " "
                + Headers.of(record, "ce_time") + " " + (json.length() > LONGEST ? json.substring(0, LONGEST) : json);
    }

    static String headers(ConsumerRecord<String, byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .collect(joining(", "));
    }
}
