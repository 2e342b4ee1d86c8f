package io.latchkey.decision.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.latchkey.events.EventJson;

/** Documents in columns, written as events are, so that an older reader passes over what a newer writer added. */
final class Json {

    private Json() {}

    static String write(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + value.getClass().getSimpleName(), e);
        }
    }

    static <T> T read(Class<T> type, String json) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds no readable " + type.getSimpleName(), e);
        }
    }
}
