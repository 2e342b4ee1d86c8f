package io.latchkey.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that a partner signs with. It never shows its bytes. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
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
        byte[] bytes = decoded(text.substring(PREFIX.length()));
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException("a webhook secret must have 24 to 64 bytes but has " + bytes.length);
        }
        return new WebhookSecret(bytes);
    }

    @SuppressWarnings("PreserveStackTrace") // the cause would repeat a part of the secret
    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook secret must be base64 after " + PREFIX);
        }
    }

    byte[] sign(String webhookId, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((webhookId + "." + timestamp + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
