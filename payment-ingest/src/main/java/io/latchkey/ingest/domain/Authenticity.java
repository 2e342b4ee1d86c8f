package io.latchkey.ingest.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

    /** Each signature costs a look at the whole body for each key. */
    int MOST_SIGNATURES = 10;

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
     * <p><b>Source:</b> Standard Webhooks 1.0: {@code id.timestamp.body} is signed; the header holds one or more
     * {@code v1,<base64>} (HMAC-SHA256) or {@code v1a,<base64>} (Ed25519), separated by blanks; signatures of other
     * versions are ignored.
     *
     * @param request the raw request
     * @param keys all keys of the partner
     * @param now the system clock
     * @return the judgement
     */
    static Authenticity of(SignedRequest request, List<LiveKey> keys, Instant now) {
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
        Optional<String> complaint = complaintAboutTime(timestamp, now);
        if (complaint.isPresent()) {
            return new Refused(complaint.get());
        }
        List<GivenSignature> given = given(request.signature().get());
        if (given.size() > MOST_SIGNATURES) {
            return new Refused(
                    "the header webhook-signature must not have more than " + MOST_SIGNATURES + " signatures");
        }
        byte[] start = (id + "." + timestamp + ".").getBytes(US_ASCII);
        return isSigned(start, request.body(), given, keys, now)
                ? new Genuine(id)
                : new Refused("no v1 or v1a signature in the header webhook-signature fits the body and a live key");
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
            byte[] start, SignedContent body, List<GivenSignature> given, List<LiveKey> keys, Instant now) {
        boolean fits = false;
        for (LiveKey live : keys) {
            for (GivenSignature signature : given) {
                if (live.isLiveAt(now) && signature.version.equals(live.key().version())) {
                    // No early way out: the time taken must not tell which key or signature came close.
                    fits |= live.key().fits(start, body, signature.bytes());
                }
            }
        }
        return fits;
    }

    private static List<GivenSignature> given(String header) {
        return Arrays.stream(header.split(" ", -1))
                .flatMap(signature -> GivenSignature.of(signature).stream())
                .toList();
    }
}
