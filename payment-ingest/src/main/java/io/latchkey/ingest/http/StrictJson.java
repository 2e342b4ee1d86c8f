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
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }
}
