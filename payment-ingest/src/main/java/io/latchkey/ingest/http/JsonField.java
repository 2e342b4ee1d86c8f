package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.kit.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document. Whoever reads it gets a value, or nothing and the complaint is noted; so all that is wrong
 * is found in one reading. A place below a missing one complains no more.
 */
final class JsonField {

    private final @Nullable JsonNode node;
    private final String pointer;
    private final List<FieldError> complaints;

    private JsonField(@Nullable JsonNode node, String pointer, List<FieldError> complaints) {
        this.node = node == null || node.isNull() ? null : node;
        this.pointer = pointer;
        this.complaints = complaints;
    }

    static JsonField root(JsonNode node, List<FieldError> complaints) {
        return new JsonField(node, "", complaints).demandObject();
    }

    JsonField child(String name) {
        return new JsonField(node == null ? null : node.get(name), pointer + "/" + name, complaints);
    }

    JsonField object(String name) {
        return child(name).demandObject();
    }

    private JsonField demandObject() {
        if (node != null && node.isObject()) {
            return this;
        }
        complain(node == null ? "is missing" : "must be an object");
        return new JsonField(null, pointer, new ArrayList<>());
    }

    /** Complains of every field that has another name: whoever mistypes an optional one would never know. */
    JsonField only(String... names) {
        if (node != null) {
            Set<String> known = Set.of(names);
            node.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    complaints.add(new FieldError(
                            pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                            "is no field of this document; leave it out, or correct its name"));
                }
            });
        }
        return this;
    }

    boolean isAbsent() {
        return node == null;
    }

    <T> Optional<T> read(TextFormat<T> format) {
        if (node != null && node.isTextual()) {
            Optional<T> value = format.parse(node.textValue());
            if (value.isEmpty()) {
                complain(format.expectation());
            }
            return value;
        }
        return refuse("must be a string");
    }

    <T> Optional<T> readIfPresent(TextFormat<T> format) {
        return node == null ? Optional.empty() : read(format);
    }

    boolean bool(boolean otherwise) {
        if (node != null && !node.isBoolean()) {
            complain("must be true or false");
        }
        return node == null ? otherwise : node.booleanValue();
    }

    Optional<Long> wholeNumber(long least, long most) {
        // A number with a point or an exponent may be huge to expand, and is no whole number in JSON's grammar.
        if (node == null || !node.isIntegralNumber()) {
            return refuse("must be a whole number, without quotes, point or exponent");
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            return refuse("must lie between " + least + " and " + most);
        }
        return Optional.of(node.longValue());
    }

    List<JsonField> elements(int least, int most) {
        return values(least, most).stream().map(JsonField::demandObject).toList();
    }

    List<JsonField> values(int least, int most) {
        if (node == null || !node.isArray()) {
            refuse("must be an array");
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            complain("must have " + least + " to " + most + " elements");
            return List.of();
        }
        JsonNode array = node;
        return IntStream.range(0, array.size())
                .mapToObj(i -> new JsonField(array.get(i), pointer + "/" + i, complaints))
                .toList();
    }

    private <T> Optional<T> refuse(String expectation) {
        complain(node == null ? "is missing" : expectation);
        return Optional.empty();
    }

    void complain(String detail) {
        complaints.add(new FieldError(pointer, detail));
    }
}
