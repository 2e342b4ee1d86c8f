package io.latchkey.agent.json;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that nobody vouches for.
 *
 * <p>Every reading method throws {@link MalformedJsonException} if the field is absent or of another type.
 */
public final class JsonFields {

    private final Map<?, ?> fields;

    private JsonFields(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** Parses one JSON object. */
    public static JsonFields parse(String json) {
        try {
            return new JsonFields(JSONObjectUtils.parse(json));
        } catch (ParseException | RuntimeException e) {
            throw new MalformedJsonException("not a JSON object", e);
        }
    }

    /** Takes a parsed object. */
    public static JsonFields of(Map<String, ?> fields) {
        return new JsonFields(fields);
    }

    public boolean has(String name) {
        return fields.get(name) != null;
    }

    public Set<?> names() {
        return fields.keySet();
    }

    public String text(String name) {
        return asText(name, fields.get(name));
    }

    /** A text, or the empty one if there is none. */
    public String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    public long number(String name) {
        return asNumber(name, fields.get(name));
    }

    public Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new MalformedJsonException(name + " is not a time", e);
        }
    }

    public JsonFields object(String name) {
        return asObject(name, fields.get(name));
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : array(name)) {
            texts.add(asText(name, element));
        }
        return texts;
    }

    /** The numbers of an array, or a lone number. */
    public List<Long> numbers(String name) {
        if (fields.get(name) instanceof Long lone) {
            return List.of(lone);
        }
        List<Long> numbers = new ArrayList<>();
        for (Object element : array(name)) {
            numbers.add(asNumber(name, element));
        }
        return numbers;
    }

    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : array(name)) {
            objects.add(asObject(name, element));
        }
        return objects;
    }

    private List<?> array(String name) {
        if (fields.get(name) instanceof List<?> list) {
            return list;
        }
        throw new MalformedJsonException(name + " is not an array");
    }

    private static String asText(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new MalformedJsonException(name + " is not a string");
    }

    private static long asNumber(String name, @Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new MalformedJsonException(name + " is not a whole number");
    }

    private static JsonFields asObject(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonFields(map);
        }
        throw new MalformedJsonException(name + " is not an object");
    }
}
