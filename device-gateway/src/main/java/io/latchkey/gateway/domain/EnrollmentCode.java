package io.latchkey.gateway.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A one-time code of 100 random bits, in Crockford's base 32, which a person can read aloud: no letter looks like a
 * digit, and {@code o}, {@code i} and {@code l} are understood as the digits they are mistaken for.
 *
 * @param letters 20 letters without hyphens
 */
public record EnrollmentCode(String letters) {

    /** How much randomness a code is made of. */
    public static final int RANDOM_BYTES = 20;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;

    /**
     * Makes a code.
     *
     * @param random {@link #RANDOM_BYTES} bytes; five bits of each are used
     * @return the code
     */
    public static EnrollmentCode of(byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("random must have " + RANDOM_BYTES + " bytes but had " + random.length);
        }
        StringBuilder letters = new StringBuilder();
        for (byte one : random) {
            letters.append(ALPHABET.charAt(one & 0x1F));
        }
        return new EnrollmentCode(letters.toString());
    }

    /**
     * Reads a code as a person typed it.
     *
     * @param typed with or without hyphens and blanks, in any case
     * @return the code, or nothing if it cannot be one
     */
    public static Optional<EnrollmentCode> parse(String typed) {
        String letters = typed.replaceAll("[-\\s]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean possible =
                letters.length() == RANDOM_BYTES && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
        return possible ? Optional.of(new EnrollmentCode(letters)) : Optional.empty();
    }

    /**
     * What is stored in place of the code. It needs no salt: nobody can try 2^100 codes.
     *
     * @return SHA-256, hexadecimal
     */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(letters.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The code for people.
     *
     * @return five groups of four letters
     */
    public String grouped() {
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** The code is a secret. */
    @Override
    public String toString() {
        return "EnrollmentCode[***]";
    }
}
