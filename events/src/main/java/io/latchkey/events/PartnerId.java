package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The financing organisation; one tenant.
 *
 * @param value a slug of at most 40 letters, digits and single hyphens, for example {@code sandbox}
 */
public record PartnerId(@JsonValue String value) implements Comparable<PartnerId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,39}");

    /** Checks the shape. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartnerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("PartnerId must match " + SHAPE + " but was '" + value + "'");
        }
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
