package io.latchkey.kit.identity;

/**
 * A handset's IMEI: 15 digits, the last one a Luhn check digit (3GPP TS 23.003 section 6.2.1 and annex B).
 *
 * @param value the digits; they stay at the rim, off topics and logs
 */
public record Imei(String value) {

    private static final int LENGTH = 15;

    /** Checks the shape and the check digit; the messages never repeat the number. */
    public Imei {
        if (!value.matches("[0-9]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("an IMEI has 15 digits, without blanks or hyphens");
        }
        if (luhnSum(value) % 10 != 0) {
            throw new IllegalArgumentException("the IMEI's check digit is wrong; look for a mistyped digit");
        }
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "Imei[***]";
    }
}
