package io.latchkey.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesContractTest {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static Stream<String> events() {
        return EventTypes.names().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsItsGoldenFileSays(String type) throws IOException {
        JsonNode golden = golden(type);

        Event event = read(type, golden);

        assertThat(PLAIN.readTree(EventJson.write(event))).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isTheSameAfterWritingAndReading(String type) throws IOException {
        Event event = read(type, golden(type));

        Event again = EventJson.read(event.getClass(), EventJson.write(event));

        assertThat(again).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void satisfiesItsSchema(String type) throws IOException {
        assertThat(schema(type).validate(golden(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadAlthoughANewerVersionAddedAField(String type) throws IOException {
        ObjectNode newer = golden(type).deepCopy();
        newer.putObject("addedLater").put("by", "a newer version");

        assertThat(read(type, newer)).isEqualTo(read(type, golden(type)));
        assertThat(schema(type).validate(newer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isRefusedByRecordAndSchemaAlikeWhenARequiredFieldIsMissing(String type) throws IOException {
        JsonNode golden = golden(type);
        for (JsonNode required : schema(type).getSchemaNode().get("required")) {
            ObjectNode broken = golden.deepCopy();
            broken.remove(required.asText());

            assertThat(schema(type).validate(broken)).as(required.asText()).isNotEmpty();
            assertThatThrownBy(() -> read(type, broken))
                    .as(required.asText())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void saysWhereAnEventIsWrongButNotWhatStoodThere() {
        byte[] json = "{\"partnerId\":\"sandbox\",\"loanId\":\"secret-looking\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> EventJson.read(InstallmentEvent.LoanClosed.class, json))
                .hasMessage("not a LoanClosed: at /loanId")
                .hasMessageNotContaining("secret-looking");
    }

    private static Event read(String type, JsonNode json) throws IOException {
        return EventJson.read(EventTypes.byName(type).orElseThrow(), PLAIN.writeValueAsBytes(json));
    }

    private static JsonNode golden(String type) throws IOException {
        return resource("/golden/" + shortName(type) + ".json");
    }

    private static JsonSchema schema(String type) throws IOException {
        return SCHEMAS.getSchema(resource("/io/latchkey/events/schemas/" + shortName(type) + ".json"));
    }

    private static String shortName(String type) {
        return type.substring("io.latchkey.".length());
    }

    private static JsonNode resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenFilesContractTest.class.getResourceAsStream(path), path)) {
            return PLAIN.readTree(in);
        }
    }
}
