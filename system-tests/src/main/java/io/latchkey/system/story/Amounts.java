package io.latchkey.system.story;

import java.util.Currency;
import java.util.Locale;

/** Money as people read it. */
final class Amounts {

    private Amounts() {}

    static String text(long minorUnits) {
        int digits = Currency.getInstance(Borrower.CURRENCY).getDefaultFractionDigits();
        return String.format(
                Locale.ROOT, "%s %,." + digits + "f", Borrower.CURRENCY, minorUnits / Math.pow(10, digits));
    }
}
