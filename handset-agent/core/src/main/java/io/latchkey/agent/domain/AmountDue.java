package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

/**
 * What must be paid to be free, in whole minor units.
 *
 * @param currency ISO 4217, kept as text because a phone's own table may be older than the code
 */
public record AmountDue(long minorUnits, String currency) {

    public AmountDue {
        requireNonNull(currency, "currency");
        if (minorUnits < 0) {
            throw new IllegalArgumentException("minorUnits must be >= 0 but was " + minorUnits);
        }
    }
}
