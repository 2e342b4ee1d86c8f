package io.latchkey.ingest.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JSON as RFC 8259 and I-JSON (RFC 7493) have it: UTF-8, no field twice, nothing after the value, little nesting. What
 * two readers could understand differently is not accepted at all.
 */
final class StrictJson {

    private static final int MOST_LEVELS = 16;
    private static final int LAST_OF_PLANE = 0xFFFE;
    private static final int FIRST_NONCHARACTER = 0xFDD0;
    private static final int LAST_NONCHARACTER = 0xFDEF;

    /** For whoever sent something else. */
    static final String EXPECTATION =
            "the body must be one JSON document in UTF-8, without a field given twice, at most " + MOST_LEVELS
                    + " levels deep";

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    /** The document, or nothing if it is not strict JSON. */
    static Optional<JsonNode> parse(byte[] body) {
        try {
            // Jackson would guess UTF-16 and UTF-32, and take malformed UTF-8 for something else.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return Optional.of(MAPPER.readTree(text))
                    .filter(node -> !node.isMissingNode())
                    .filter(StrictJson::isText);
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether every string and name in it is text: an escape can hold half a character, or none (RFC 7493, section 2.1). */
    private static boolean isText(JsonNode node) {
        return node.properties().stream().allMatch(field -> isText(field.getKey()))
                && (!node.isTextual() || isText(node.textValue()))
                && node.valueStream().allMatch(StrictJson::isText);
    }

    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(point -> (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        || (point & LAST_OF_PLANE) == LAST_OF_PLANE
                        || (point >= FIRST_NONCHARACTER && point <= LAST_NONCHARACTER));
    }
}
