package io.latchkey.ingest.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Says which part of a signed request is wrong, and, where a signature was made in one of the ways in which it is usually made
 * wrongly, which that was. It tells nothing to anybody who did not sign with a key of the partner.
 *
 * <p><b>Source:</b> Standard Webhooks 1.0, "Signature scheme"; {@link Authenticity} is the judge, this explains.
 */
public final class SignatureCheck {

    private static final int MOST_SIGNATURES = 3;
    private static final int DIGITS_OF_MILLIS = 13;

    private final SignedRequest request;
    private final List<Variant> bodies;
    private final List<LiveKey> keys;
    private final Instant now;

    /**
     * Another form of the body, which the sender may have signed instead.
     *
     * @param name what it is, for example {@code the body without blanks}
     * @param body its bytes
     */
    public record Variant(String name, SignedContent body) {}

    /**
     * What was found of a part.
     *
     * @param part the header's name, or {@code signature} for what it says
     * @param right whether it is as it must be
     * @param detail what is wrong and what would be right; or what was found
     */
    public record Finding(String part, boolean right, String detail) {}

    private SignatureCheck(SignedRequest request, List<Variant> bodies, List<LiveKey> keys, Instant now) {
        this.request = request;
        this.bodies = bodies;
        this.keys = keys;
        this.now = now;
    }

    /**
     * Checks a request.
     *
     * @param request the raw request
     * @param others what else may have been signed in the place of its body
     * @param keys all keys of the partner
     * @param now the system clock
     * @return a finding for each part
     */
    public static List<Finding> of(SignedRequest request, List<Variant> others, List<LiveKey> keys, Instant now) {
        SignatureCheck check = new SignatureCheck(request, others, keys, now);
        List<Finding> findings = new ArrayList<>(List.of(check.id(), check.time()));
        findings.addAll(check.signatures());
        return findings;
    }

    private Finding id() {
        return request.webhookId()
                .map(id -> Authenticity.WEBHOOK_ID.matcher(id).matches()
                        ? right("webhook-id", "is an id; send the same again with each retry of this message")
                        : wrong("webhook-id", "must be 1 to 255 visible ASCII characters"))
                .orElseGet(() -> wrong("webhook-id", "is missing; give each message an id of its own"));
    }

    private Finding time() {
        String part = "webhook-timestamp";
        if (request.timestamp().isEmpty()) {
            return wrong(part, "is missing; send the seconds since 1970");
        }
        String text = request.timestamp().get();
        if (!Authenticity.UNIX_SECONDS.matcher(text).matches()) {
            return wrong(
                    part,
                    text.matches("[0-9]{" + DIGITS_OF_MILLIS + "}")
                            ? "looks like milliseconds; send whole seconds since 1970"
                            : "must be whole seconds since 1970, digits only");
        }
        Duration off = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text)));
        String away =
                off.abs().toSeconds() + " s " + (off.isNegative() ? "behind" : "ahead of") + " this service's clock";
        return off.abs().compareTo(Authenticity.TOLERANCE) > 0
                ? wrong(
                        part,
                        "is " + away + "; at most 300 s are allowed: set the sender's clock, and sign anew for a retry")
                : right(part, "is " + away);
    }

    private List<Finding> signatures() {
        String part = "webhook-signature";
        if (request.signature().isEmpty()) {
            return List.of(wrong(part, "is missing; send v1, a comma and the Base64 of the HMAC-SHA256"));
        }
        return Arrays.stream(request.signature().get().split(" ", -1))
                .limit(MOST_SIGNATURES)
                .map(text -> signature(part, text))
                .toList();
    }

    private Finding signature(String part, String text) {
        Optional<GivenSignature> given = GivenSignature.of(text);
        return given.flatMap(one -> fitting(part, one))
                .or(() -> inAnotherForm(part, text))
                .or(() -> given.map(one -> notFitting(part, one)))
                .orElseGet(() -> wrong(part, "must be v1, a comma and Base64, or v1a, a comma and Base64"));
    }

    private Optional<Finding> inAnotherForm(String part, String text) {
        String bare = text.substring(text.indexOf(',') + 1);
        List<Form> forms = List.of(
                new Form("is Base64 as it must be, but has no version before it; write v1, and then it", base64(text)),
                new Form("is hexadecimal; write Base64", hex(bare)),
                new Form("is Base64 for URLs; write + and / instead of - and _, and pad it with =", base64Url(bare)));
        return forms.stream()
                .filter(form -> form.bytes().filter(this::fitsAsItShould).isPresent())
                .findFirst()
                .map(form -> wrong(part, form.complaint()));
    }

    private record Form(String complaint, Optional<byte[]> bytes) {}

    private Optional<Finding> fitting(String part, GivenSignature given) {
        return able(given)
                .filter(key -> key.key().fits(start(), request.body(), given.bytes()))
                .findFirst()
                .map(key -> key.isLiveAt(now)
                        ? right(part, "fits a live key")
                        : wrong(part, "fits a key that has ended; sign with the newer one"));
    }

    private Finding notFitting(String part, GivenSignature given) {
        if (able(given).findAny().isEmpty()) {
            return wrong(
                    part, "the partner has no key for " + given.version + "; add one, or sign with the kind it has");
        }
        return able(given)
                .flatMap(key -> mistakes(key.key(), given.bytes()).stream())
                .findFirst()
                .map(mistake -> wrong(part, mistake))
                .orElseGet(() -> wrong(
                        part,
                        "fits no key of the partner: look whether the secret is this partner's, and whether the bytes that"
                                + " were signed are exactly the bytes that were sent"));
    }

    private Stream<LiveKey> able(GivenSignature given) {
        return keys.stream().filter(key -> key.key().version().equals(given.version));
    }

    /** In which of the usual ways it was made wrongly, if in any. */
    private Optional<String> mistakes(WebhookKey key, byte[] signature) {
        String id = request.webhookId().orElse("");
        String time = request.timestamp().orElse("");
        Stream<Signed> signed = Stream.of(
                new Signed("the body alone was signed", "", request.body()),
                new Signed("the timestamp and the body were signed, without the id", time + ".", request.body()),
                new Signed("the id and the body were signed, without the timestamp", id + ".", request.body()),
                new Signed("id, timestamp and body were joined without full stops", id + time, request.body()));
        Stream<Signed> others = bodies.stream()
                .map(body -> new Signed(
                        body.name() + " was signed, not the bytes that were sent", id + "." + time + ".", body.body()));
        Optional<String> content = Stream.concat(signed, others)
                .filter(one -> key.fits(one.start().getBytes(US_ASCII), one.body(), signature))
                .findFirst()
                .map(one -> one.complaint()
                        + "; sign webhook-id, webhook-timestamp and the raw body, joined by full stops");
        return content.or(() -> takenForText(key, signature));
    }

    private record Signed(String complaint, String start, SignedContent body) {}

    private Optional<String> takenForText(WebhookKey key, byte[] signature) {
        if (!(key instanceof WebhookSecret secret)) {
            return Optional.empty();
        }
        return Stream.of(secret.base64(), WebhookSecret.PREFIX + secret.base64())
                .filter(text -> WebhookSecret.ofText(text).fits(start(), request.body(), signature))
                .findFirst()
                .map(text -> "the secret's text was taken as the key; drop whsec_ and decode the rest from Base64");
    }

    private boolean fitsAsItShould(byte[] signature) {
        return keys.stream().anyMatch(key -> key.key().fits(start(), request.body(), signature));
    }

    private byte[] start() {
        return (request.webhookId().orElse("") + "." + request.timestamp().orElse("") + ".").getBytes(US_ASCII);
    }

    private static Optional<byte[]> base64(String text) {
        return decoded(() -> Base64.getDecoder().decode(text));
    }

    private static Optional<byte[]> base64Url(String text) {
        return decoded(() -> Base64.getUrlDecoder().decode(text));
    }

    private static Optional<byte[]> hex(String text) {
        return decoded(() -> HexFormat.of().parseHex(text));
    }

    private static Optional<byte[]> decoded(Supplier<byte[]> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException anotherForm) {
            return Optional.empty();
        }
    }

    private static Finding right(String part, String detail) {
        return new Finding(part, true, detail);
    }

    private static Finding wrong(String part, String detail) {
        return new Finding(part, false, detail);
    }
}
