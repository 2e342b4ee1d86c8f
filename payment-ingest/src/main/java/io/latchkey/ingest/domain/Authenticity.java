package io.latchkey.ingest.domain;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a request was signed by its partner, and just now. */
public sealed interface Authenticity {

    /** How far the sender's clock may be from ours, either way. */
    Duration TOLERANCE = Duration.ofMinutes(5);

    /** The shape of an id that can be kept as a key: visible ASCII. */
    Pattern WEBHOOK_ID = Pattern.compile("[!-~]{1,255}");

    /** Up to the year 33658. */
    Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,12}");

    /**
     * It is the partner's.
     *
     * @param webhookId the id that the signature covers
     */
    record Genuine(String webhookId) implements Authenticity {}

    /**
     * Nothing of it may be believed.
     *
     * @param detail why, in words that help the sender and tell nothing secret
     */
    record Refused(String detail) implements Authenticity {}

    /**
     * Judges a request.
     *
     * <p><b>Source:</b> Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body}; the header holds one or more
     * {@code v1,<base64>}, separated by blanks; signatures of other versions are ignored.
     *
     * @param request the raw request
     * @param secrets all live secrets of the partner
     * @param now the system clock
     * @return the judgement
     */
    static Authenticity of(SignedRequest request, List<WebhookSecret> secrets, Instant now) {
        if (request.webhookId().isEmpty()) {
            return new Refused("the header webhook-id is missing");
        }
        if (request.timestamp().isEmpty()) {
            return new Refused("the header webhook-timestamp is missing");
        }
        if (request.signature().isEmpty()) {
            return new Refused("the header webhook-signature is missing");
        }
        String id = request.webhookId().get();
        String timestamp = request.timestamp().get();
        if (!WEBHOOK_ID.matcher(id).matches()) {
            return new Refused("the header webhook-id must be 1 to 255 visible ASCII characters");
        }
        return complaintAboutTime(timestamp, now)
                .<Authenticity>map(Refused::new)
                .orElseGet(() -> isSigned(id, timestamp, request.signature().get(), request.body(), secrets)
                        ? new Genuine(id)
                        : new Refused(
                                "no v1 signature in the header webhook-signature fits the body and a live secret"));
    }

    private static Optional<String> complaintAboutTime(String timestamp, Instant now) {
        if (!UNIX_SECONDS.matcher(timestamp).matches()) {
            return Optional.of("the header webhook-timestamp must be whole seconds since 1970");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(TOLERANCE) > 0
                ? Optional.of("the header webhook-timestamp is more than 5 minutes from now")
                : Optional.empty();
    }

    private static boolean isSigned(
            String id, String timestamp, String header, RawBody body, List<WebhookSecret> secrets) {
        List<byte[]> given = Arrays.stream(header.split(" ", -1))
                .filter(signature -> signature.startsWith("v1,"))
                .flatMap(signature -> decoded(signature.substring(3)).stream())
                .toList();
        boolean fits = false;
        for (WebhookSecret secret : secrets) {
            byte[] expected = secret.sign(id, timestamp, body.bytes());
            for (byte[] signature : given) {
                // No early way out: the time taken must not tell which secret or signature came close.
                fits |= MessageDigest.isEqual(expected, signature);
            }
        }
        return fits;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
