package io.latchkey.issuer.keys;

import static io.latchkey.issuer.Intents.intent;
import static io.latchkey.issuer.Intents.noticeAhead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.latchkey.events.EventJson;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Stage;
import io.latchkey.issuer.domain.TokenClaims;
import java.util.List;
import org.junit.jupiter.api.Test;

class Es256SignerTest {

    private final ECKey key = TestKeys.key();
    private final Es256Signer signer = TestKeys.signer(key);

    @Test
    void aTokenVerifiesAgainstThePublicKeySet() throws Exception {
        JWSObject token = JWSObject.parse(signer.sign(claims()));
        JWKSet published = JWKSet.parse(PublicKeySet.of(key).json());

        ECKey named = published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();

        assertThat(token.verify(new ECDSAVerifier(named))).isTrue();
        assertThat(token.getHeader().getType()).hasToString("device-token+jwt");
        assertThat(token.getHeader().getAlgorithm()).hasToString("ES256");
        assertThat(token.getHeader().getKeyID())
                .isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void theKeySetHasNoPrivatePart() throws Exception {
        JsonNode published = EventJson.mapper().readTree(PublicKeySet.of(key).json());

        assertThat(published.at("/keys/0/x").isMissingNode()).isFalse();
        assertThat(published.at("/keys/0/d").isMissingNode()).isTrue();
    }

    @Test
    void aTokenSignedAgainDiffersInItsSignatureAlone() {
        String first = signer.sign(claims());
        String second = signer.sign(claims());

        assertThat(second.substring(0, second.lastIndexOf('.'))).isEqualTo(first.substring(0, first.lastIndexOf('.')));
    }

    @Test
    void aTokenForAContestedHandsetNamesBothEnrollments() throws Exception {
        TokenClaims claims =
                TokenClaims.from(intent().enrollments(List.of(2, 1)).build());

        JsonNode written = EventJson.mapper()
                .readTree(JWSObject.parse(signer.sign(claims)).getPayload().toBytes());

        assertThat(written.get("enr")).hasToString("[2,1]");
    }

    @Test
    void theClaimsAreTheContracts() throws Exception {
        LockIntent intent = intent().build();

        JsonNode claims = EventJson.mapper()
                .readTree(JWSObject.parse(signer.sign(claims())).getPayload().toBytes());

        assertThat(claims.get("iss").textValue()).isEqualTo("latchkey");
        assertThat(claims.get("aud").textValue()).isEqualTo(intent.deviceId().value());
        assertThat(claims.get("sub").textValue()).isEqualTo(intent.loanId().value());
        assertThat(claims.get("iat").longValue()).isEqualTo(intent.decidedAt().getEpochSecond());
        assertThat(claims.get("enr").intValue()).isEqualTo(1);
        assertThat(claims.get("rev").longValue()).isEqualTo(4);
        assertThat(claims.get("stg").textValue()).isEqualTo("LOCKED");
        assertThat(claims.get("rst"))
                .extracting(JsonNode::textValue)
                .containsExactly("camera", "gallery", "outgoing-calls", "outgoing-sms", "app-install", "kiosk");
        assertThat(claims.at("/ntc/amountDue/minorUnits").longValue()).isEqualTo(500_000);
        assertThat(claims.at("/ntc/amountDue/currency").textValue()).isEqualTo("KES");
        assertThat(claims.at("/ntc/oldestDueDate").textValue()).isEqualTo("2027-01-31");
        assertThat(claims.has("exp")).isFalse();
        assertThat(claims.has("nbf")).isFalse();
    }

    /** The agents' side of this contract is {@code NoticeOfWhatLiesAheadTest}. */
    @Test
    void theNoticeOfWhatLiesAheadIsTheContracts() throws Exception {
        LockIntent intent =
                intent().stage(Stage.REMINDED).notice(noticeAhead("en")).build();

        JsonNode claims = EventJson.mapper()
                .readTree(JWSObject.parse(signer.sign(TokenClaims.from(intent)))
                        .getPayload()
                        .toBytes());

        assertThat(claims.get("ntc")).isEqualTo(EventJson.mapper().readTree("""
                        {"locale": "en", "lender": "Sandbox Mobile Finance",
                         "amountDue": {"minorUnits": 500000, "currency": "KES"}, "oldestDueDate": "2027-01-31",
                         "phone": "+254700000000", "url": "https://sandbox.example/help",
                         "ahead": {"stg": "LOCKED", "rst": ["camera", "kiosk"], "notBefore": "2027-03-01",
                                   "toldOn": "2027-02-20"},
                         "text": {"en": ["An installment payment is due",
                            "Unless the amount due is paid, this device may be locked from 1 March 2027 at the earliest",
                            "Pay the amount due to avoid restrictions"]}}"""));
    }

    private static TokenClaims claims() {
        return TokenClaims.from(intent().build());
    }
}
