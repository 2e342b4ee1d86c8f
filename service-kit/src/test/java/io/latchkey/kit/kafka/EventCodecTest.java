package io.latchkey.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Topic;
import io.latchkey.kit.trace.TraceParent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final Instant NOON = Instant.parse("2027-01-31T12:00:00Z");

    private final InstallmentEvent closed = new InstallmentEvent.LoanClosed(
            new LoanId("ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0"), new PartnerId("sandbox"), ClosingReason.SETTLED);
    private final EventMeta meta = new EventMeta(
            "e-1",
            NOON,
            NOON.plusSeconds(2),
            Optional.of("e-0"),
            "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01");
    private final ProducerRecord<String, byte[]> written =
            EventCodec.write(new OutgoingEvent(closed, meta), "/latchkey/test");

    @Test
    void readsWhatItWrote() {
        Inbound read =
                EventCodec.read(received("installment-events", written.key(), written.value(), written.headers()));

        assertThat(read).isEqualTo(new Inbound.Fact(closed, meta, new Origin("installment-events", 3, 42)));
    }

    @Test
    void namesTheEventAsCloudEventsDemand() {
        assertThat(header("ce_specversion")).isEqualTo("1.0");
        assertThat(header("ce_type")).isEqualTo("io.latchkey.LoanClosed.v1");
        assertThat(header("ce_source")).isEqualTo("/latchkey/test");
        assertThat(header("ce_subject")).isEqualTo(written.key());
        assertThat(header("ce_time")).isEqualTo("2027-01-31T12:00:00Z");
        assertThat(header("content-type")).isEqualTo("application/json");
    }

    @Test
    void whatIsNoEventIsPoisonWithItsReason() {
        Headers none = new RecordHeaders();
        Headers other = new RecordHeaders(written.headers().toArray()).remove("ce_type");
        other.add("ce_type", "io.latchkey.Nonsense.v1".getBytes(UTF_8));

        assertThat(reason("installment-events", written.key(), written.value(), none))
                .contains("ce_type is missing");
        assertThat(reason("installment-events", written.key(), written.value(), other))
                .contains("Nonsense");
        assertThat(reason("installment-events", written.key(), "{".getBytes(UTF_8), written.headers()))
                .contains("not JSON");
        assertThat(reason("installment-events", written.key(), null, written.headers()))
                .contains("no value");
        assertThat(reason("lock-intents", written.key(), written.value(), written.headers()))
                .contains("own topic");
        assertThat(reason("installment-events", "another", written.value(), written.headers()))
                .contains("own key");
    }

    @Test
    void writesTheHeadersThatTheAsyncApiDocumentDescribes() throws IOException {
        JsonNode documented = asyncApi().at("/components/messageTraits/cloudEvent/headers");
        OutgoingEvent firstCause =
                new OutgoingEvent(closed, new EventMeta("e-1", NOON, NOON, Optional.empty(), TraceParent.root()));

        assertThat(names(written)).isEqualTo(fieldNames(documented.get("properties")));
        assertThat(names(EventCodec.write(firstCause, "/latchkey/test")))
                .isEqualTo(documented
                        .get("required")
                        .valueStream()
                        .map(JsonNode::textValue)
                        .collect(toSet()));
        assertThat(header("ce_specversion"))
                .isEqualTo(documented.at("/properties/ce_specversion/const").textValue());
        assertThat(header("content-type"))
                .isEqualTo(documented.at("/properties/content-type/const").textValue());
    }

    @Test
    void readsARecordThatHasTheHeadersItNeedsAndDemandsEachOfThem() {
        Set<String> needed = Set.of("ce_id", "ce_type", "ce_time", "ce_recordedtime");

        for (String name : names(written)) {
            Headers without = new RecordHeaders(written.headers().toArray()).remove(name);
            Inbound read = EventCodec.read(received("installment-events", written.key(), written.value(), without));
            assertThat(read instanceof Inbound.Poison).as("without " + name).isEqualTo(needed.contains(name));
        }
    }

    private static JsonNode asyncApi() throws IOException {
        try (InputStream in = Topic.class.getResourceAsStream("asyncapi.yaml")) {
            return new YAMLMapper().readTree(in);
        }
    }

    private static Set<String> fieldNames(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(toSet());
    }

    private static Set<String> names(ProducerRecord<?, ?> record) {
        return Stream.of(record.headers().toArray()).map(Header::key).collect(toSet());
    }

    private String header(String name) {
        return new String(written.headers().lastHeader(name).value(), UTF_8);
    }

    private static String reason(String topic, String key, byte[] value, Headers headers) {
        return ((Inbound.Poison) EventCodec.read(received(topic, key, value, headers))).reason();
    }

    private static ConsumerRecord<String, byte[]> received(String topic, String key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                topic, 3, 42, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }
}
