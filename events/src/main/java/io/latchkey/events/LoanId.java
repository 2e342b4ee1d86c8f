package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One financing contract: a keyed hash of partner and account number, so that it tells neither.
 *
 * @param value {@code ln_} and 32 hexadecimal digits, for example {@code ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0}
 */
public record LoanId(@JsonValue String value) implements Comparable<LoanId> {

    private static final String SHAPE = "ln_[0-9a-f]{32}";

    /** Checks the shape. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LoanId {
        if (!value.startsWith("ln_") || !Shapes.endsInHex(value, 3, 32)) {
            throw new IllegalArgumentException("LoanId must match " + SHAPE + " but was '" + value + "'");
        }
    }

    @Override
    public int compareTo(LoanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
