package io.latchkey.events.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.latchkey.events.EventJson;
import io.latchkey.events.PartnerEvent.PolicyPublished;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDocumentContractTest {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final JsonNode SCHEMA_DOCUMENT = Documents.resource("/io/latchkey/events/schemas/Policy.v1.json");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA_DOCUMENT);

    static Stream<ObjectNode> documents() {
        return Stream.of(
                Documents.full(),
                Documents.beforePacks(),
                Documents.example("kenya-day-4"),
                Documents.example("india-graduated"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isReadWithoutFaultsAndWrittenAgainAsItWas(ObjectNode document) {
        PolicyReading reading = PolicyReading.of(document, Packs.shipped());

        assertThat(reading.faults()).isEmpty();
        assertThat(SCHEMA.validate(document)).isEmpty();
        assertThat(EventJson.mapper()
                        .valueToTree(reading.policy().orElseThrow())
                        .toString())
                .isEqualTo(document.toString());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isTheSameThroughTheCheckAndThroughTheTopic(ObjectNode document) throws IOException {
        Policy trusted = EventJson.mapper().treeToValue(document, Policy.class);

        assertThat(trusted).isEqualTo(Documents.policy(document));
    }

    @Test
    void aPolicyThatWasPublishedBeforeThereWerePacksIsStillRead() throws IOException {
        ObjectNode published = PLAIN.createObjectNode().put("partnerId", "sandbox");
        published.set("policy", Documents.beforePacks());

        PolicyPublished read = EventJson.read(PolicyPublished.class, PLAIN.writeValueAsBytes(published));

        assertThat(read.pack()).isEmpty();
        assertThat(read.policy().window()).isEqualTo(Window.ALWAYS);
    }

    @Test
    void aDocumentThatSaysLittleHasTheDefaultsThatTheSchemaNames() throws IOException {
        ObjectNode said = Documents.beforePacks();
        SCHEMA_DOCUMENT.get("properties").properties().stream()
                .filter(property -> property.getValue().has("default"))
                .forEach(property ->
                        said.set(property.getKey(), property.getValue().get("default")));

        assertThat(said).hasSizeGreaterThan(Documents.beforePacks().size() + 10);
        assertThat(EventJson.mapper().treeToValue(said, Policy.class))
                .isEqualTo(EventJson.mapper().treeToValue(Documents.beforePacks(), Policy.class));
    }

    @Test
    void thePublishedPolicyHasTheSchemaOfTheDocument() {
        JsonNode published = Documents.resource("/io/latchkey/events/schemas/PolicyPublished.v1.json")
                .at("/properties/policy");
        ObjectNode document = SCHEMA_DOCUMENT.deepCopy();
        document.remove(List.of("$schema", "$id", "title", "description"));

        assertThat(published).isEqualTo(document);
    }

    @Test
    void everyFieldThatTheSchemaNamesIsKnownToTheCheckAndNoOther() {
        JsonNode properties = SCHEMA_DOCUMENT.get("properties");
        ObjectNode full = Documents.full();

        assertThat(properties.properties()).allSatisfy(property -> assertThat(full.has(property.getKey()))
                .as(property.getKey())
                .isTrue());
        assertThat(full).hasSameSizeAs(properties);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/name | \"Not A Slug\"",
                "/version | 0",
                "/version | 1.5",
                "/jurisdiction | \"zz\"",
                "/ladder | {}",
                "/ladder/0/dpd | -1",
                "/ladder/0/stage | \"CURRENT\"",
                "/ladder/1/restrictions/0 | \"torch\"",
                "/ladder/1/restrictions/0 | \"internet\"",
                "/ladder/1/restrictions/1 | \"camera\"",
                "/ladder/1/notices/0/cureDays | -7",
                "/ladder/1/notices/0/dpd | \"23\"",
                "/window/weekdays | []",
                "/window/weekdays/0 | \"Monday\"",
                "/window/from | \"8:00\"",
                "/tolerance | -1",
                "/afterDefaults | 0",
                "/reversalNotice | \"one day\"",
                "/graceLimit | -1",
                "/parkedShare | 1.5",
                "/silenceLimit | 36",
                "/capFloor | 0",
                "/capPercent | 0",
                "/tamper/0/signal | \"rooted\"",
                "/lease/stage | \"RELEASED\"",
            })
    void whatTheSchemaRefusesTheCheckRefusesAtThatPlace(String pointer, String wrong) throws IOException {
        ObjectNode document = with(pointer, PLAIN.readTree(wrong));

        assertThat(SCHEMA.validate(document)).isNotEmpty();
        assertThat(PolicyReading.of(document, Packs.shipped()).faults())
                .extracting(PolicyFault::pointer)
                .contains(pointer);
    }

    static Stream<String> required() {
        return Stream.of(
                "/name",
                "/version",
                "/jurisdiction",
                "/ladder",
                "/ladder/1/dpd",
                "/ladder/1/stage",
                "/ladder/1/restrictions",
                "/ladder/1/notices/0/dpd",
                "/ladder/1/notices/0/cureDays",
                "/window/weekdays",
                "/window/from",
                "/window/to",
                "/window/holidays",
                "/tamper/0/signal",
                "/tamper/0/stage",
                "/tamper/0/restrictions",
                "/lease/length",
                "/lease/stage");
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatMustBeThereIsMissedBySchemaAndCheckAlike(String pointer) {
        ObjectNode document = Documents.full();
        ((ObjectNode) document.at(parent(pointer))).remove(name(pointer));

        assertThat(SCHEMA.validate(document)).isNotEmpty();
        assertThat(PolicyReading.of(document, Packs.shipped()).faults()).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(FaultCode.MISSING);
            assertThat(fault.clause()).isEqualTo(Optional.empty());
        });
    }

    private static ObjectNode with(String pointer, JsonNode value) {
        ObjectNode document = Documents.full();
        JsonNode parent = document.at(parent(pointer));
        if (parent instanceof ObjectNode object) {
            object.set(name(pointer), value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name(pointer)), value);
        }
        return document;
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
