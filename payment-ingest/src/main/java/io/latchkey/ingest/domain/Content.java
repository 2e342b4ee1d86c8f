package io.latchkey.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a partner said, in a form that can be compared: a repetition says the same, anything else is a conflict.
 *
 * @param values by JSON pointer into the webhook's body
 */
public record Content(Map<String, String> values) {

    private static final String TYPE = "/type";

    /** Copies the values. */
    public Content {
        values = Map.copyOf(values);
    }

    static Content ofType(String type) {
        return new Content(Map.of(TYPE, type));
    }

    Content with(String pointer, Object value) {
        Map<String, String> grown = new TreeMap<>(values);
        grown.put(pointer, value.toString());
        return new Content(grown);
    }

    /** For what may be long: a schedule has up to a thousand installments. */
    Content withDigest(String pointer, Object value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(value.toString().getBytes(UTF_8));
            return with(pointer, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Forgets what was said there. */
    Content without(String pointer) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.remove(pointer);
        return new Content(rest);
    }

    /**
     * Compares two contents. What is not known of the first one can differ from nothing.
     *
     * @param other what was said before
     * @return the pointers at which they differ, none if it is a repetition
     */
    public SortedSet<String> differencesTo(Content other) {
        SortedSet<String> pointers = new TreeSet<>(values.keySet());
        pointers.addAll(other.values.keySet());
        if (Objects.equals(values.get(TYPE), other.values.get(TYPE))) {
            pointers.retainAll(other.values.keySet());
        }
        pointers.removeIf(pointer -> Objects.equals(values.get(pointer), other.values.get(pointer)));
        return pointers;
    }
}
