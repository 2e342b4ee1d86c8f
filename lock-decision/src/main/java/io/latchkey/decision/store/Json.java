package io.latchkey.decision.store;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.events.EventJson;
import java.util.List;

/** Documents in columns, written as events are, so that an older reader passes over what a newer writer added. */
final class Json {

    private static final ObjectMapper MAPPER =
            withShortLists(EventJson.mapper().copy()).registerModule(ShortForms.module());

    private Json() {}

    /** An empty list takes no room, and one that an older version did not know is empty. */
    private static ObjectMapper withShortLists(ObjectMapper mapper) {
        mapper.configOverride(List.class)
                .setInclude(JsonInclude.Value.construct(NON_EMPTY, NON_EMPTY))
                .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper;
    }

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
