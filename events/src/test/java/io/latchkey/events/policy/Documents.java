package io.latchkey.events.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Policy documents as they lie in files. */
final class Documents {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private Documents() {}

    /** The golden policy, which says something in every field. */
    static ObjectNode full() {
        return (ObjectNode) resource("/golden/PolicyPublished.v1.json").get("policy");
    }

    /** A policy as it was written before there were notices and packs. */
    static ObjectNode beforePacks() {
        return (ObjectNode) resource("/policies/before-packs.json");
    }

    static ObjectNode example(String name) {
        return (ObjectNode) resource("/io/latchkey/events/policies/" + name + ".json");
    }

    static Policy policy(JsonNode document) {
        PolicyReading reading = PolicyReading.of(document, Packs.shipped());
        if (!reading.faults().isEmpty()) {
            throw new AssertionError(reading.faults());
        }
        return reading.policy().orElseThrow();
    }

    static JsonNode parse(String json) {
        try {
            return PLAIN.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    static JsonNode resource(String path) {
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream(path), path)) {
            return PLAIN.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
