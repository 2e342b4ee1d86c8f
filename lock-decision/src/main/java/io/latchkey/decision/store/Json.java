package io.latchkey.decision.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.events.EventJson;

/** Documents in columns, written as events are, so that an older reader passes over what a newer writer added. */
final class Json {

    private static final ObjectMapper MAPPER = EventJson.mapper().copy().registerModule(ShortForms.module());

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + value.getClass().getSimpleName(), e);
        }
    }

    static <T> T read(Class<T> type, String json) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds no readable " + type.getSimpleName(), e);
        }
    }
}
