package io.latchkey.ingest.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SignatureException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that a partner and we know: HMAC-SHA256, {@code v1}. */
public final class WebhookSecret implements WebhookKey {

    static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private WebhookSecret(byte[] bytes) {
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * Reads a secret.
     *
     * <p><b>Source:</b> Standard Webhooks 1.0, "Signature scheme", symmetric: 24 to 64 random bytes.
     *
     * @param text {@code whsec_} and base64
     * @return the secret
     * @throws IllegalArgumentException if it is not one; the message does not repeat it
     */
    public static WebhookSecret of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret must start with " + PREFIX);
        }
        byte[] bytes = WebhookKey.decoded(text, PREFIX);
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException("a webhook secret must have 24 to 64 bytes but has " + bytes.length);
        }
        return new WebhookSecret(bytes);
    }

    /** The secret that somebody has who takes this one's text for its bytes. */
    static WebhookSecret ofText(String text) {
        return new WebhookSecret(text.getBytes(US_ASCII));
    }

    /** As it was told, after the prefix. */
    String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    @Override
    public String version() {
        return "v1";
    }

    @Override
    public boolean fits(byte[] start, SignedContent body, byte[] signature) {
        return MessageDigest.isEqual(sign(start, body), signature);
    }

    private byte[] sign(byte[] start, SignedContent body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(start);
            body.giveTo(mac::update);
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException | SignatureException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
