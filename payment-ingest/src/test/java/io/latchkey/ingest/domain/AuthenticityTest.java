package io.latchkey.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.ingest.domain.Authenticity.Genuine;
import io.latchkey.ingest.domain.Authenticity.Refused;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector is of the shape that the Standard Webhooks libraries test themselves with. */
class AuthenticityTest {

    private static final WebhookKey SECRET = WebhookKey.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookKey OLDER = WebhookKey.of("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String SIGNATURE_BY_THE_OLDER = "v1,y8THLnvw7WHb6Ntmo8Z5lcuHwtheVPNi67nbLqfmmDI=";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void acceptsTheStandardsVector() {
        assertThat(judge(SIGNATURE, NOW)).isEqualTo(new Genuine(ID));
    }

    @Test
    void acceptsAnySignatureThatFitsAnyLiveSecret() {
        assertThat(judge("v1a,unknown v1,AAAA " + SIGNATURE, NOW)).isEqualTo(new Genuine(ID));
        assertThat(judge(SIGNATURE_BY_THE_OLDER, NOW)).isEqualTo(new Genuine(ID));
    }

    @Test
    void acceptsAKeyUntilItEnds() {
        List<LiveKey> ending = List.of(new LiveKey(SECRET, Optional.of(NOW.plusSeconds(10))), LiveKey.forGood(OLDER));

        assertThat(judge(SIGNATURE, ending, NOW.plusSeconds(9))).isEqualTo(new Genuine(ID));
        assertThat(judge(SIGNATURE, ending, NOW.plusSeconds(10))).isInstanceOf(Refused.class);
        assertThat(judge(SIGNATURE_BY_THE_OLDER, ending, NOW.plusSeconds(10))).isEqualTo(new Genuine(ID));
    }

    @Test
    void acceptsWhatThePrivateHalfOfAPublicKeySigned() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        List<LiveKey> keys = List.of(LiveKey.forGood(SECRET), LiveKey.forGood(publicKey(pair)));
        String signature = "v1a," + base64(signed(pair, ID + "." + TIMESTAMP + "." + BODY));

        assertThat(judge(signature, keys, NOW)).isEqualTo(new Genuine(ID));
        assertThat(judge("v1" + signature.substring(3), keys, NOW)).isInstanceOf(Refused.class);
        assertThat(judge("v1a," + base64(signed(pair, ID + "." + TIMESTAMP + "." + BODY + " ")), keys, NOW))
                .isInstanceOf(Refused.class);
        assertThat(judge("v1a,AAAA", keys, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesMoreSignaturesThanAnyRotationNeeds() {
        String ten = String.join(" ", Collections.nCopies(9, "v1,AAAA")) + " " + SIGNATURE;

        assertThat(judge(ten, NOW)).isEqualTo(new Genuine(ID));
        assertThat(judge("v1,AAAA " + ten, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void toleratesFiveMinutesEitherWayAndNoSecondMore() {
        assertThat(judge(SIGNATURE, NOW.plusSeconds(300))).isInstanceOf(Genuine.class);
        assertThat(judge(SIGNATURE, NOW.minusSeconds(300))).isInstanceOf(Genuine.class);
        assertThat(judge(SIGNATURE, NOW.plusSeconds(301))).isInstanceOf(Refused.class);
        assertThat(judge(SIGNATURE, NOW.minusSeconds(301))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "v1,",
                "v1,%%%",
                "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA="
            })
    void refusesWhatIsNoSignatureOfThisBody(String signature) {
        assertThat(judge(signature, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAnotherBodyIdOrTime() {
        assertThat(judge(request(ID, TIMESTAMP, SIGNATURE, BODY + " "), NOW)).isInstanceOf(Refused.class);
        assertThat(judge(request("msg_other", TIMESTAMP, SIGNATURE, BODY), NOW)).isInstanceOf(Refused.class);
        assertThat(judge(request(ID, "1614265331", SIGNATURE, BODY), NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAllIfThePartnerHasNoLiveSecret() {
        assertThat(Authenticity.of(request(ID, TIMESTAMP, SIGNATURE, BODY), List.of(), NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void namesTheHeaderThatIsMissing() {
        assertThat(detail(request(null, TIMESTAMP, SIGNATURE, BODY))).contains("webhook-id");
        assertThat(detail(request(ID, null, SIGNATURE, BODY))).contains("webhook-timestamp");
        assertThat(detail(request(ID, TIMESTAMP, null, BODY))).contains("webhook-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "-1", "+1614265330", "1614265330.0", "99999999999999999999", "2021-02-25T15:02:10Z"})
    void namesATimestampThatIsNoSeconds(String timestamp) {
        assertThat(detail(request(ID, timestamp, SIGNATURE, BODY))).contains("webhook-timestamp");
    }

    private static String detail(SignedRequest request) {
        return ((Refused) judge(request, NOW)).detail();
    }

    private static Authenticity judge(String signature, Instant now) {
        return judge(request(ID, TIMESTAMP, signature, BODY), now);
    }

    private static Authenticity judge(String signature, List<LiveKey> keys, Instant now) {
        return Authenticity.of(request(ID, TIMESTAMP, signature, BODY), keys, now);
    }

    private static Authenticity judge(SignedRequest request, Instant now) {
        return Authenticity.of(request, List.of(LiveKey.forGood(OLDER), LiveKey.forGood(SECRET)), now);
    }

    /** The last 32 bytes of a SubjectPublicKeyInfo, RFC 8410. */
    private static WebhookKey publicKey(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return WebhookKey.of("whpk_" + base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
    }

    private static byte[] signed(KeyPair pair, String content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(content.getBytes(UTF_8));
        return signature.sign();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SignedRequest request(String id, String timestamp, String signature, String body) {
        return new SignedRequest(
                Optional.ofNullable(id),
                Optional.ofNullable(timestamp),
                Optional.ofNullable(signature),
                new RawBody(body.getBytes(UTF_8)));
    }
}
