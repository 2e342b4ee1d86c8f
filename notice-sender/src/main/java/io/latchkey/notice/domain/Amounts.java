package io.latchkey.notice.domain;

import io.latchkey.events.Money;
import java.math.BigDecimal;

/** Amounts as people read them: the currency's code, so that nobody takes one dollar for another, and its digits. */
final class Amounts {

    private static final int THOUSANDS = 3;
    private static final int LAKHS = 2;

    private Amounts() {}

    static String of(Money money) {
        int digits = money.currency().getDefaultFractionDigits();
        String plain = BigDecimal.valueOf(money.minorUnits(), digits).toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String rest = point < 0 ? "" : plain.substring(point);
        boolean indian = money.currency().getCurrencyCode().equals("INR");
        return money.currency().getCurrencyCode() + " " + grouped(whole, indian ? LAKHS : THOUSANDS) + rest;
    }

    /** The last three digits stand together; before them Indian amounts count in lakhs and crores. */
    private static String grouped(String whole, int size) {
        StringBuilder text = new StringBuilder(whole);
        for (int at = whole.length() - THOUSANDS; at > 0; at -= size) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
