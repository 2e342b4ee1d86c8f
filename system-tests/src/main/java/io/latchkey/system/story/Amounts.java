package io.latchkey.system.story;

import java.util.Currency;
import java.util.Locale;

/** Money as people read it. */
final class Amounts {

    private Amounts() {}

    static String text(long minorUnits) {
        return text(minorUnits, Borrower.CURRENCY);
    }

    static String text(long minorUnits, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return String.format(Locale.ROOT, "%s %,." + digits + "f", currency, minorUnits / Math.pow(10, digits));
    }
}
