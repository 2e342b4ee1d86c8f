package io.latchkey.ingest.domain;

import java.util.Base64;

/** What shows that a request is a partner's. It never shows its bytes. */
public sealed interface WebhookKey permits WebhookSecret, WebhookPublicKey {

    /**
     * Reads a key.
     *
     * <p><b>Source:</b> Standard Webhooks 1.0, "Signature scheme".
     *
     * @param text {@code whsec_} and 24 to 64 bytes in base64, or {@code whpk_} and an Ed25519 public key of 32 bytes
     * @return the key
     * @throws IllegalArgumentException if it is neither; the message does not repeat it
     */
    static WebhookKey of(String text) {
        if (text.startsWith(WebhookSecret.PREFIX)) {
            return WebhookSecret.of(text);
        }
        if (text.startsWith(WebhookPublicKey.PREFIX)) {
            return WebhookPublicKey.of(text);
        }
        throw new IllegalArgumentException(
                "a webhook key must start with " + WebhookSecret.PREFIX + " or " + WebhookPublicKey.PREFIX);
    }

    /**
     * Which signatures it is for.
     *
     * @return what stands before the comma of a signature
     */
    String version();

    /**
     * Tells whether this key, or its private half, made a signature.
     *
     * @param start what is signed before the body
     * @param body the raw body
     * @param signature any bytes
     * @return true if it did; the time taken does not tell how close it came
     */
    boolean fits(byte[] start, SignedContent body, byte[] signature);

    /** The bytes after the prefix. */
    @SuppressWarnings("PreserveStackTrace") // the cause would repeat a part of the key
    static byte[] decoded(String text, String prefix) {
        try {
            return Base64.getDecoder().decode(text.substring(prefix.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook key must be base64 after " + prefix);
        }
    }
}
