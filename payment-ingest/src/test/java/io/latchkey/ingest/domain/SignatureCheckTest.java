package io.latchkey.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.ingest.domain.SignatureCheck.Finding;
import io.latchkey.ingest.domain.SignatureCheck.Variant;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Each of the ways in which integrators sign wrongly is told by its name. */
class SignatureCheckTest {

    private static final String BASE64 = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] SECRET = Base64.getDecoder().decode(BASE64);
    private static final List<LiveKey> KEYS = List.of(LiveKey.forGood(WebhookKey.of("whsec_" + BASE64)));
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final String TIME = Long.toString(NOW.getEpochSecond());
    private static final String BODY = "{\"type\": \"payment.received\"}";
    private static final String START = "msg_1." + TIME + ".";

    @Test
    void whatIsSignedAsItShouldIsRight() {
        assertThat(check("v1," + base64(hmac(SECRET, START + BODY)))).allMatch(Finding::right);
    }

    @Test
    void whatWasLeftOutOfTheSignedContentIsNamed() {
        assertThat(detail("v1," + base64(hmac(SECRET, BODY)))).startsWith("the body alone was signed");
        assertThat(detail("v1," + base64(hmac(SECRET, TIME + "." + BODY)))).contains("without the id");
        assertThat(detail("v1," + base64(hmac(SECRET, "msg_1." + BODY)))).contains("without the timestamp");
        assertThat(detail("v1," + base64(hmac(SECRET, "msg_1" + TIME + BODY)))).contains("without full stops");
    }

    @Test
    void aBodyThatWasWrittenAnewAfterwardsIsNamed() {
        String written = BODY.replace(" ", "");
        List<Variant> others = List.of(new Variant("the body without blanks", body(written)));

        assertThat(SignatureCheck.of(request("v1," + base64(hmac(SECRET, START + written))), others, KEYS, NOW))
                .last()
                .matches(finding -> finding.detail().startsWith("the body without blanks was signed"));
    }

    @Test
    void aSecretThatWasNotDecodedIsNamed() {
        assertThat(detail("v1," + base64(hmac(BASE64.getBytes(UTF_8), START + BODY))))
                .contains("decode the rest from Base64");
        assertThat(detail("v1," + base64(hmac(("whsec_" + BASE64).getBytes(UTF_8), START + BODY))))
                .contains("decode the rest from Base64");
    }

    @Test
    void aSignatureInAnotherFormIsNamed() {
        byte[] right = hmac(SECRET, START + BODY);

        assertThat(detail("v1," + HexFormat.of().formatHex(right))).contains("hexadecimal");
        assertThat(detail(HexFormat.of().formatHex(right))).contains("hexadecimal");
        assertThat(detail(base64(right))).contains("no version before it");
        assertThat(detail("v1,nothing!")).contains("must be v1, a comma and Base64");
    }

    @Test
    void aKeyThatHasEndedIsNamed() {
        LiveKey ended = new LiveKey(WebhookKey.of("whsec_" + BASE64), Optional.of(NOW));

        assertThat(SignatureCheck.of(
                        request("v1," + base64(hmac(SECRET, START + BODY))), List.of(), List.of(ended), NOW))
                .last()
                .matches(finding -> !finding.right() && finding.detail().contains("has ended"));
    }

    @Test
    void whoHasNoKeyOfThePartnerLearnsNothingElse() {
        String forged = base64(hmac("another secret of 24 byte".getBytes(UTF_8), BODY));

        assertThat(detail("v1," + forged)).startsWith("fits no key of the partner");
        assertThat(detail("v1a," + forged)).contains("has no key for v1a");
    }

    @Test
    void aTimeInMillisecondsAndAClockThatIsOffAreNamed() {
        assertThat(at(TIME + "000")).contains("milliseconds");
        assertThat(at(Long.toString(NOW.getEpochSecond() - 400))).contains("400 s behind", "set the sender's clock");
        assertThat(at(Long.toString(NOW.getEpochSecond() + 20))).contains("20 s ahead of");
        assertThat(at("now")).contains("digits only");
    }

    @Test
    void whatIsMissingIsNamed() {
        SignedRequest nothing = new SignedRequest(Optional.empty(), Optional.empty(), Optional.empty(), body(BODY));

        assertThat(SignatureCheck.of(nothing, List.of(), KEYS, NOW))
                .extracting(Finding::part)
                .containsExactly("webhook-id", "webhook-timestamp", "webhook-signature");
        assertThat(SignatureCheck.of(nothing, List.of(), KEYS, NOW))
                .allMatch(finding -> !finding.right() && finding.detail().startsWith("is missing"));
    }

    private static String detail(String signature) {
        Finding last = check(signature).getLast();
        assertThat(last.right()).isFalse();
        return last.detail();
    }

    private static List<Finding> check(String signature) {
        return SignatureCheck.of(request(signature), List.of(), KEYS, NOW);
    }

    private static String at(String time) {
        SignedRequest request =
                new SignedRequest(Optional.of("msg_1"), Optional.of(time), Optional.empty(), body(BODY));
        return SignatureCheck.of(request, List.of(), KEYS, NOW).get(1).detail();
    }

    private static SignedRequest request(String signature) {
        return new SignedRequest(Optional.of("msg_1"), Optional.of(TIME), Optional.of(signature), body(BODY));
    }

    private static RawBody body(String text) {
        return new RawBody(text.getBytes(UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
