package io.latchkey.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.EventJson;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.http.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a JSON body, read one by one; what is wrong is gathered, so that one answer names all of it. */
final class RequestFields {

    private final JsonNode json;
    private final List<FieldError> errors = new ArrayList<>();

    private RequestFields(JsonNode json) {
        this.json = json;
    }

    static RequestFields of(byte[] body) {
        try {
            JsonNode json = EventJson.mapper().readTree(body);
            if (json.isObject()) {
                return new RequestFields(json);
            }
        } catch (IOException e) {
            throw notAnObject(e);
        }
        throw notAnObject(new IllegalArgumentException("it is no object"));
    }

    private static ProblemException notAnObject(Exception cause) {
        ProblemException problem = new ProblemException(Problem.of(400, "the body must be a JSON object"));
        problem.initCause(cause);
        return problem;
    }

    boolean has(String name) {
        return !json.path(name).isMissingNode() && !json.path(name).isNull();
    }

    /** A field that must be there, or nothing with the error noted. */
    <T> Optional<T> demand(String name, Function<String, T> reader) {
        if (!has(name)) {
            refuse(name, "is missing");
            return Optional.empty();
        }
        return find(name, reader);
    }

    /** A field that may be there. */
    <T> Optional<T> find(String name, Function<String, T> reader) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!json.path(name).isTextual()) {
            refuse(name, "must be a text");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(json.path(name).textValue()));
        } catch (IllegalArgumentException e) {
            refuse(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A whole number that must be there, or nothing with the error noted. */
    Optional<Integer> demandNumber(String name) {
        if (!has(name)) {
            refuse(name, "is missing");
        } else if (!json.path(name).isInt()) {
            refuse(name, "must be a whole number");
        } else {
            return Optional.of(json.path(name).intValue());
        }
        return Optional.empty();
    }

    void refuse(String name, String detail) {
        errors.add(new FieldError("/" + name, detail));
    }

    /** Ends the request if any field was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.unprocessable(errors));
        }
    }
}
