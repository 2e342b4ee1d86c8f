package io.latchkey.events;

import static java.util.Objects.requireNonNull;

import java.util.Currency;

/**
 * An amount in whole minor units of an ISO 4217 currency: 12500 KES is 125.00 shillings.
 *
 * @param minorUnits zero or more; a debt and a credit are different fields, never a sign
 * @param currency an ISO 4217 currency
 */
public record Money(long minorUnits, Currency currency) {

    /** Checks the amount. */
    public Money {
        requireNonNull(currency, "currency");
        if (minorUnits < 0) {
            throw new IllegalArgumentException("minorUnits must be >= 0 but was " + minorUnits);
        }
    }
}
