package io.latchkey.ingest.domain;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** The public half of a key of which only the partner has the private one: Ed25519, {@code v1a}. */
public final class WebhookPublicKey implements WebhookKey {

    static final String PREFIX = "whpk_";

    private static final String ALGORITHM = "Ed25519";
    private static final int LENGTH = 32;
    private static final int SIGN_BIT = 0x80;

    private final PublicKey key;

    private WebhookPublicKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a public key.
     *
     * <p><b>Source:</b> Standard Webhooks 1.0, "Signature scheme", asymmetric; RFC 8032, section 5.1.2, for its 32 bytes.
     *
     * @param text {@code whpk_} and base64
     * @return the key
     * @throws IllegalArgumentException if it is not one
     */
    public static WebhookPublicKey of(String text) {
        byte[] bytes = WebhookKey.decoded(text, PREFIX);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a webhook public key must have 32 bytes but has " + bytes.length);
        }
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(bytes)));
            Signature.getInstance(ALGORITHM).initVerify(key);
            return new WebhookPublicKey(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a webhook public key must be a point of the curve Ed25519", e);
        }
    }

    /** The y coordinate, lowest byte first; the highest bit says whether x is odd. */
    private static EdECPoint point(byte[] bytes) {
        byte[] highestFirst = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            highestFirst[i] = bytes[LENGTH - 1 - i];
        }
        boolean odd = (highestFirst[0] & SIGN_BIT) != 0;
        highestFirst[0] &= (byte) ~SIGN_BIT;
        return new EdECPoint(odd, new BigInteger(1, highestFirst));
    }

    @Override
    public String version() {
        return "v1a";
    }

    @Override
    public boolean fits(byte[] start, SignedContent body, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(start);
            body.giveTo(verifier::update);
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
