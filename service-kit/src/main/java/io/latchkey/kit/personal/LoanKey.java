package io.latchkey.kit.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.kit.seal.Jwe;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one loan's personal data. It travels only wrapped by {@link ContactKeys}; when every copy of it is gone, so
 * is what it sealed.
 */
public final class LoanKey {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private LoanKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * Makes a key.
     *
     * @return a new one, of 256 random bits
     */
    public static LoanKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LoanKey(bytes);
    }

    static LoanKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a loan's key has " + BYTES + " bytes but had " + bytes.length);
        }
        return new LoanKey(bytes);
    }

    byte[] bytes() {
        return key.getEncoded();
    }

    /**
     * Seals a contact.
     *
     * @param contact how to reach the borrower
     * @return a compact JWE (RFC 7516), {@code alg} {@code dir}, {@code enc} {@code A256GCM}, of the contact's JSON
     */
    public String seal(Contact contact) {
        return Jwe.encrypt(contact.json().getBytes(UTF_8), key, null);
    }

    /**
     * Opens a sealed contact.
     *
     * @param sealed as {@link #seal} made it
     * @return the contact
     * @throws IllegalArgumentException if it is no JWE, or another key sealed it, or it was changed since; the message
     *     holds nothing of it
     */
    public Contact open(String sealed) {
        return Contact.ofJson(new String(Jwe.decrypt(Jwe.parse(sealed), key), UTF_8));
    }

    /** Never its bits. */
    @Override
    public String toString() {
        return "LoanKey[***]";
    }
}
