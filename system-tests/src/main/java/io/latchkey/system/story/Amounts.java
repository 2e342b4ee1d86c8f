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
        return currency + " " + plain(minorUnits, currency);
    }

    /** Without the currency, which all stories divide by a hundred. */
    static String plain(long minorUnits) {
        return plain(minorUnits, Borrower.CURRENCY);
    }

    private static String plain(long minorUnits, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return String.format(Locale.ROOT, "%,." + digits + "f", minorUnits / Math.pow(10, digits));
    }
}
