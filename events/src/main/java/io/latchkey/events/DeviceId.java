package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The financed phone: a keyed pseudonym of its first IMEI, so that a wiped phone gets the same id again.
 *
 * @param value {@code d}, the version of the key, {@code _} and 32 hexadecimal digits, for example {@code d1_0f1e2d3c4b5a69788796a5b4c3d2e1f0}
 */
public record DeviceId(@JsonValue String value) implements Comparable<DeviceId> {

    private static final String SHAPE = "d[1-9][0-9]{0,3}_[0-9a-f]{32}";

    /** Checks the shape. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("DeviceId must match " + SHAPE + " but was '" + value + "'");
        }
    }

    private static boolean isWellFormed(String value) {
        int bar = value.indexOf('_');
        return value.startsWith("d")
                && bar <= 5
                && Shapes.isNumber(value, 1, bar)
                && Shapes.endsInHex(value, bar + 1, 32);
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
