package io.latchkey.agent.jose;

import static io.latchkey.agent.jose.TokenForge.claims;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.agent.domain.Incoming.TokenVerified;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The issuer's side of this contract is {@code Es256SignerTest.theNoticeOfWhatLiesAheadIsTheContracts}. */
class NoticeOfWhatLiesAheadTest {

    private static final List<String> LINES = List.of(
            "An installment payment is due",
            "Unless the amount due is paid, this device may be locked from 1 March 2027 at the earliest",
            "Pay the amount due to avoid restrictions");

    private final TokenForge issuer = TokenForge.withNewKey();

    @Test
    void isShownAsTheLinesSayItWhateverFactsStandBesideThem() {
        Map<String, Object> notice = Map.of(
                "amountDue",
                Map.of("minorUnits", 500_000, "currency", "KES"),
                "ahead",
                Map.of(
                        "stg",
                        "LOCKED",
                        "rst",
                        List.of("camera", "kiosk"),
                        "notBefore",
                        "2027-03-01",
                        "toldOn",
                        "2027-02-20"),
                "text",
                Map.of("en", LINES));

        assertThat(new JoseTokenVerifier(issuer.trusted()).verify(issuer.sign(claims(7, "ntc", notice))))
                .isInstanceOfSatisfying(TokenVerified.class, verified -> assertThat(verified.token()
                                .desired()
                                .notice()
                                .orElseThrow()
                                .text())
                        .containsEntry("en", LINES));
    }
}
