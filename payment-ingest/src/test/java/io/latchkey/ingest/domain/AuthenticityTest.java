package io.latchkey.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.ingest.domain.Authenticity.Genuine;
import io.latchkey.ingest.domain.Authenticity.Refused;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector is of the shape that the Standard Webhooks libraries test themselves with. */
class AuthenticityTest {

    private static final WebhookSecret SECRET = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret OLDER = WebhookSecret.of("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void acceptsTheStandardsVector() {
        assertThat(judge(SIGNATURE, NOW)).isEqualTo(new Genuine(ID));
    }

    @Test
    void acceptsAnySignatureThatFitsAnyLiveSecret() {
        String ofTheOlder = "v1," + Base64.getEncoder().encodeToString(OLDER.sign(ID, TIMESTAMP, BODY.getBytes(UTF_8)));

        assertThat(judge("v1a,unknown v1,AAAA " + SIGNATURE, NOW)).isEqualTo(new Genuine(ID));
        assertThat(judge(ofTheOlder, NOW)).isEqualTo(new Genuine(ID));
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

    private static Authenticity judge(SignedRequest request, Instant now) {
        return Authenticity.of(request, List.of(OLDER, SECRET), now);
    }

    private static SignedRequest request(String id, String timestamp, String signature, String body) {
        return new SignedRequest(
                Optional.ofNullable(id),
                Optional.ofNullable(timestamp),
                Optional.ofNullable(signature),
                new RawBody(body.getBytes(UTF_8)));
    }
}
