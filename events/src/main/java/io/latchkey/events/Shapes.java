package io.latchkey.events;

/** Shapes of ids, by hand: ids are read ten times in each event's life, and a regular expression was 6 % of all work. */
final class Shapes {

    private Shapes() {}

    /** Tells whether all from some place on are so many hexadecimal digits, in lower case. */
    static boolean endsInHex(String value, int from, int digits) {
        if (value.length() != from + digits) {
            return false;
        }
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isDigit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a part is a decimal number that begins with no zero. */
    static boolean isNumber(String value, int from, int to) {
        if (from >= to || value.charAt(from) == '0') {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether all are ASCII characters that print, without blanks. */
    static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '!' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
