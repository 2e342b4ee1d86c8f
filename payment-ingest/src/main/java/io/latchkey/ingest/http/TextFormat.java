package io.latchkey.ingest.http;

import java.time.DateTimeException;
import java.util.IllformedLocaleException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a string must look like, and what it then stands for.
 *
 * @param expectation for the sender; it never repeats what was sent
 * @param shape what the whole string must match first
 * @param meaning throws if there is none of that name, date or number
 */
record TextFormat<T>(String expectation, Pattern shape, Function<String, T> meaning) {

    static <T> TextFormat<T> of(String expectation, String shape, Function<String, T> meaning) {
        return new TextFormat<>(expectation, Pattern.compile(shape), meaning);
    }

    Optional<T> parse(String text) {
        if (!shape.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(meaning.apply(text));
        } catch (IllegalArgumentException | DateTimeException | IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
