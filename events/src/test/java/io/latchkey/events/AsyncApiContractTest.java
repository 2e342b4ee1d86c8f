package io.latchkey.events;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiContractTest {

    private static final JsonNode DOCUMENT = document();

    static Stream<String> events() {
        return EventTypes.names().stream().sorted();
    }

    @Test
    void itsKafkaChannelsAreTheTopics() {
        Set<String> documented = DOCUMENT.get("channels")
                .valueStream()
                .filter(channel -> channel.at("/servers/0/$ref").asText().equals("#/servers/kafka"))
                .map(channel -> channel.get("address").asText())
                .collect(toSet());

        assertThat(documented)
                .as("kafka channels of asyncapi.yaml against Topic")
                .isEqualTo(Stream.of(Topic.values()).map(Topic::topicName).collect(toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void aTopicIsCleanedUpAsItsChannelSays(Topic topic) {
        JsonNode settings = DOCUMENT.at("/channels/" + topic.topicName() + "/bindings/kafka/topicConfiguration");

        switch (topic.cleanup()) {
            case KEEP -> assertThat(settings.path("retention.ms").asLong()).isEqualTo(-1);
            case COMPACT ->
                assertThat(settings.at("/cleanup.policy/0").asText()).isEqualTo("compact");
        }
    }

    @Test
    void itsKafkaMessagesAreTheEventTypes() {
        Set<String> documented = DOCUMENT.at("/components/messages")
                .valueStream()
                .filter(message -> message.has("traits"))
                .map(message -> message.get("name").asText())
                .collect(toSet());

        assertThat(documented)
                .as("messages with the trait cloudEvent in asyncapi.yaml against EventTypes")
                .isEqualTo(Set.copyOf(EventTypes.names()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventStandsInTheChannelOfItsTopicAloneAndHasItsOwnSchema(String type) throws IOException {
        String record = type.replaceAll("io\\.latchkey\\.|\\.v1", "");
        Set<String> carriers = DOCUMENT.get("channels")
                .valueStream()
                .filter(channel -> channel.get("messages").has(record))
                .map(channel -> channel.get("address").asText())
                .collect(toSet());

        assertThat(carriers)
                .as("channels of asyncapi.yaml that list " + record)
                .containsExactly(golden(type).topic().topicName());
        assertThat(DOCUMENT.at("/components/messages/" + record + "/payload/schema/$ref")
                        .asText())
                .isEqualTo("schemas/" + record + ".v1.json");
    }

    @Test
    void noReferenceDangles() {
        assertThat(DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(resolves(ref)).as(ref).isTrue());
    }

    private static boolean resolves(String ref) {
        return ref.startsWith("#")
                ? !DOCUMENT.at(ref.substring(1)).isMissingNode()
                : Topic.class.getResource(ref) != null;
    }

    private static Event golden(String type) throws IOException {
        String path = "/golden/" + type.substring("io.latchkey.".length()) + ".json";
        try (InputStream in = Objects.requireNonNull(AsyncApiContractTest.class.getResourceAsStream(path), path)) {
            return EventJson.read(EventTypes.byName(type).orElseThrow(), in.readAllBytes());
        }
    }

    private static JsonNode document() {
        try (InputStream in = Objects.requireNonNull(Topic.class.getResourceAsStream("asyncapi.yaml"))) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("asyncapi.yaml is not YAML", e);
        }
    }
}
