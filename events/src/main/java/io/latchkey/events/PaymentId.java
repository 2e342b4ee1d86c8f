package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The bank's transaction id, unique within the partner.
 *
 * @param value 1 to 64 printable ASCII characters without blanks, for example {@code FT26030112345}
 */
public record PaymentId(@JsonValue String value) implements Comparable<PaymentId> {

    private static final String SHAPE = "[!-~]{1,64}";

    /** Checks the shape. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("PaymentId must match " + SHAPE + " but was '" + value + "'");
        }
    }

    /**
     * Tells whether a text has the shape of an id.
     *
     * @param value any text
     * @return true if it is one
     */
    public static boolean isOne(String value) {
        return !value.isEmpty() && value.length() <= 64 && Shapes.isPrintable(value);
    }

    @Override
    public int compareTo(PaymentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
