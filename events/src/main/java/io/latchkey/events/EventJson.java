package io.latchkey.events;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The one way in which events become JSON: ISO 8601 times, no absent fields, unknown fields ignored, so that a reader of
 * an older version can read what a newer one wrote.
 */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_ABSENT, NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EventJson() {}

    /**
     * Writes an event.
     *
     * @param event any event
     * @return UTF-8 JSON
     */
    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads an event.
     *
     * @param type the record's class, as {@link EventTypes#byName} tells
     * @param json UTF-8 JSON
     * @param <E> the event
     * @return the event
     * @throws IllegalArgumentException if it is not such an event; the message names the place, never the content
     */
    public static <E extends Event> E read(Class<E> type, byte[] json) {
        try {
            E event = MAPPER.readValue(json, type);
            if (event == null) {
                throw new IllegalArgumentException("the value is null, not a " + type.getSimpleName());
            }
            return event;
        } catch (IOException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + placeOf(e), e);
        }
    }

    private static String placeOf(IOException failure) {
        if (failure instanceof JsonMappingException mapping) {
            StringBuilder pointer = new StringBuilder();
            mapping.getPath().forEach(step -> pointer.append('/')
                    .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
            return "at " + (pointer.isEmpty() ? "/" : pointer);
        }
        return "it is not JSON";
    }

    /**
     * The mapper itself, for those who store parts of events.
     *
     * @return a shared mapper; it must not be configured further
     */
    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
