package io.latchkey.agent.jose;

import static io.latchkey.agent.jose.TokenForge.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import io.latchkey.agent.domain.Incoming.TokenReceived;
import io.latchkey.agent.domain.Incoming.TokenRefused;
import io.latchkey.agent.domain.Incoming.TokenVerified;
import io.latchkey.agent.domain.RefusalReason;
import io.latchkey.agent.domain.Restriction;
import io.latchkey.agent.domain.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JoseTokenVerifierTest {

    private static final TokenForge ISSUER = TokenForge.withNewKey();
    private static final TokenForge STRANGER = TokenForge.withNewKey();

    private final JoseTokenVerifier verifier = new JoseTokenVerifier(ISSUER.trusted());

    @Test
    void readsATokenOfATrustedKey() {
        TokenReceived received = verifier.verify(ISSUER.sign(claims(7)));

        assertThat(received).isInstanceOfSatisfying(TokenVerified.class, verified -> {
            assertThat(verified.token().revision()).isEqualTo(7);
            assertThat(verified.token().desired().stage()).isEqualTo(Stage.LOCKED);
            assertThat(verified.token().desired().restrictions())
                    .containsExactly(Restriction.CAMERA, Restriction.KIOSK);
        });
    }

    @Test
    void readsAnArrayOfContestedEnrollments() {
        assertThat(verifier.verify(ISSUER.sign(claims(7, "enr", List.of(1, 2)))))
                .isInstanceOfSatisfying(
                        TokenVerified.class,
                        verified -> assertThat(verified.token().enrollments()).containsExactlyInAnyOrder(1, 2));
    }

    @Test
    void ignoresRestrictionsThatItDoesNotKnowAmongThemAllThatIsUntouchable() {
        List<String> asked = List.of(
                "emergency-calls", "incoming-calls", "internet", "public-safety-alerts", "lender-contact", "gallery");

        assertThat(verifier.verify(ISSUER.sign(claims(7, "rst", asked))))
                .isInstanceOfSatisfying(TokenVerified.class, verified -> assertThat(
                                verified.token().desired().restrictions())
                        .containsExactly(Restriction.GALLERY));
    }

    @Test
    void readsATokenThatClaimsToHaveExpired() {
        Map<String, Object> expired = claims(7, "exp", 1_000_000);
        expired.put("nbf", 99_999_999_999L);

        assertThat(verifier.verify(ISSUER.sign(expired))).isInstanceOf(TokenVerified.class);
    }

    @Test
    void readsATokenWhoseNoticeIsBroken() {
        assertThat(verifier.verify(ISSUER.sign(claims(7, "ntc", Map.of("amountDue", "lots")))))
                .isInstanceOf(TokenVerified.class);
    }

    @Test
    void refusesAnUnknownKey() {
        assertRefused(STRANGER.sign(claims(7)), RefusalReason.UNKNOWN_KEY);
    }

    @Test
    void refusesAKeyThatTheHeaderBringsAlong() {
        JWSHeader own = STRANGER.header().jwk(STRANGER.key().toPublicJWK()).build();
        JWSHeader borrowedName = STRANGER.header()
                .keyID(ISSUER.key().getKeyID())
                .jwk(STRANGER.key().toPublicJWK())
                .build();

        assertRefused(STRANGER.sign(own, claims(7)), RefusalReason.KEY_IN_HEADER);
        assertRefused(STRANGER.sign(borrowedName, claims(7)), RefusalReason.KEY_IN_HEADER);
    }

    @Test
    void refusesAlgorithmNone() {
        String header = "{\"alg\":\"none\",\"typ\":\"device-token+jwt\",\"kid\":\"%s\"}"
                .formatted(ISSUER.key().getKeyID());
        String unsigned = Base64URL.encode(header) + "." + new Payload(claims(7)).toBase64URL() + ".";

        assertRefused(unsigned.getBytes(StandardCharsets.US_ASCII), RefusalReason.UNSIGNED);
    }

    @Test
    void refusesAMacMadeWithThePublicKey() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("device-token+jwt"))
                .keyID(ISSUER.key().getKeyID())
                .build();
        JWSObject jws = new JWSObject(header, new Payload(claims(7)));
        jws.sign(new MACSigner(ISSUER.key().toECPublicKey().getEncoded()));

        assertRefused(jws.serialize().getBytes(StandardCharsets.US_ASCII), RefusalReason.WRONG_ALGORITHM);
    }

    @Test
    void refusesAnotherTypeUnderTheSameKey() {
        JWSHeader header = ISSUER.header().type(JOSEObjectType.JWT).build();

        assertRefused(ISSUER.sign(header, claims(7)), RefusalReason.WRONG_TYPE);
    }

    @Test
    void refusesClaimsThatWereChangedAfterSigning() {
        String[] parts = new String(ISSUER.sign(claims(7)), StandardCharsets.US_ASCII).split("\\.", -1);
        String changed = parts[0] + "." + new Payload(claims(8)).toBase64URL() + "." + parts[2];

        assertRefused(changed.getBytes(StandardCharsets.US_ASCII), RefusalReason.BAD_SIGNATURE);
    }

    @Test
    void refusesWhatIsTooLargeBeforeItParsesIt() {
        assertRefused(ISSUER.sign(claims(7, "pad", "x".repeat(5_000))), RefusalReason.TOO_LARGE);
        assertRefused(new byte[10_000_000], RefusalReason.TOO_LARGE);
    }

    static Stream<Arguments> malformedClaims() {
        return Stream.of(
                Arguments.of("rev", "7", RefusalReason.BAD_REVISION),
                Arguments.of("rev", 0, RefusalReason.BAD_REVISION),
                Arguments.of("rev", -1, RefusalReason.BAD_REVISION),
                Arguments.of("rev", 1.5, RefusalReason.BAD_REVISION),
                Arguments.of("rev", 1e300, RefusalReason.BAD_REVISION),
                Arguments.of("enr", "1", RefusalReason.BAD_ENROLLMENT),
                Arguments.of("enr", 0, RefusalReason.BAD_ENROLLMENT),
                Arguments.of("enr", List.of("1"), RefusalReason.BAD_ENROLLMENT),
                Arguments.of("enr", 4_294_967_297L, RefusalReason.BAD_ENROLLMENT),
                Arguments.of("aud", List.of(TokenForge.DEVICE), RefusalReason.BAD_AUDIENCE),
                Arguments.of("iss", "somebody", RefusalReason.BAD_ISSUER),
                Arguments.of("iss", 7, RefusalReason.BAD_ISSUER),
                Arguments.of("stg", "BRICKED", RefusalReason.BAD_STAGE),
                Arguments.of("stg", 3, RefusalReason.BAD_STAGE),
                Arguments.of("rst", "camera", RefusalReason.BAD_RESTRICTIONS),
                Arguments.of("rst", Map.of(), RefusalReason.BAD_RESTRICTIONS),
                Arguments.of("rsn", 7, RefusalReason.BAD_REASON));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("malformedClaims")
    void refusesClaimsOfAnotherShape(String claim, Object value, RefusalReason reason) {
        assertRefused(ISSUER.sign(claims(7, claim, value)), reason);
    }

    static Stream<Arguments> missingClaims() {
        return Stream.of(
                Arguments.of("iss", RefusalReason.BAD_ISSUER),
                Arguments.of("aud", RefusalReason.BAD_AUDIENCE),
                Arguments.of("enr", RefusalReason.BAD_ENROLLMENT),
                Arguments.of("rev", RefusalReason.BAD_REVISION),
                Arguments.of("stg", RefusalReason.BAD_STAGE),
                Arguments.of("rst", RefusalReason.BAD_RESTRICTIONS));
    }

    @ParameterizedTest(name = "without {0}")
    @MethodSource("missingClaims")
    void refusesATokenThatLacksAClaim(String claim, RefusalReason reason) {
        Map<String, Object> claims = claims(7);
        claims.remove(claim);

        assertRefused(ISSUER.sign(claims), reason);
    }

    @Test
    void refusesAHeaderThatDemandsWhatItDoesNotKnow() {
        JWSHeader header = ISSUER.header()
                .criticalParams(Set.of("b64"))
                .base64URLEncodePayload(true)
                .build();

        assertRefused(ISSUER.sign(header, claims(7)), RefusalReason.CRITICAL_HEADER);
    }

    @Test
    void refusesATokenThatNamesNoKey() {
        assertRefused(ISSUER.sign(ISSUER.header().keyID(null).build(), claims(7)), RefusalReason.NO_KEY_ID);
    }

    @Test
    void refusesWhatIsNoJsonUnderAGoodSignature() {
        assertRefused(ISSUER.sign("gibberish"), RefusalReason.CLAIMS_NOT_JSON);
    }

    @Test
    void refusesWhatHasNotThreeParts() {
        assertRefused("not a token".getBytes(StandardCharsets.US_ASCII), RefusalReason.NOT_A_JWS);
        assertRefused("a.b.c.d".getBytes(StandardCharsets.US_ASCII), RefusalReason.NOT_A_JWS);
        assertRefused("a.b.c".getBytes(StandardCharsets.US_ASCII), RefusalReason.BAD_HEADER);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void refusesGarbageAndDamagedTokensWithoutThrowing(long seed) {
        Random random = new Random(seed);
        byte[] garbage = new byte[random.nextInt(3_000)];
        random.nextBytes(garbage);
        byte[] token = ISSUER.sign(claims(7));
        byte[] damaged = Arrays.copyOf(token, random.nextInt(token.length));

        assertThat(verifier.verify(garbage)).isInstanceOf(TokenRefused.class);
        assertThat(verifier.verify(damaged)).isInstanceOf(TokenRefused.class);
    }

    @Test
    void refusesNestingThatIsMeantToExhaustTheStack() {
        String bomb = "{\"a\":" + "[".repeat(2_500);

        assertRefused((Base64URL.encode(bomb) + "..").getBytes(StandardCharsets.US_ASCII), RefusalReason.BAD_HEADER);
    }

    private void assertRefused(byte[] payload, RefusalReason reason) {
        assertThat(verifier.verify(payload)).isEqualTo(new TokenRefused(reason));
    }
}
