package io.latchkey.system.story;

import java.util.random.RandomGenerator;

/** Makes IMEIs for handsets that do not exist: a test allocation code, a random serial number, the check digit. */
public final class Imeis {

    private static final String TEST_ALLOCATION = "00101";
    private static final int SERIAL_BOUND = 1_000_000_000;

    private Imeis() {}

    /**
     * Makes one.
     *
     * @param random where its serial number comes from
     * @return 15 digits
     */
    public static String random(RandomGenerator random) {
        String body = TEST_ALLOCATION + String.format("%09d", random.nextInt(SERIAL_BOUND));
        return body + checkDigit(body);
    }

    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
