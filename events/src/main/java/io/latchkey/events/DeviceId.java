package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The financed phone: a keyed pseudonym of its first IMEI, so that a wiped phone gets the same id again.
 *
 * @param value {@code d}, the version of the key, {@code _} and 32 hexadecimal digits, for example {@code d1_0f1e2d3c4b5a69788796a5b4c3d2e1f0}
 */
public record DeviceId(@JsonValue String value) implements Comparable<DeviceId> {

    private static final Pattern SHAPE = Pattern.compile("d[1-9][0-9]{0,3}_[0-9a-f]{32}");

    /** Checks the shape. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("DeviceId must match " + SHAPE + " but was '" + value + "'");
        }
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
