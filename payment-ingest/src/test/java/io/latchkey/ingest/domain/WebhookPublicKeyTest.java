package io.latchkey.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector is TEST 2 of RFC 8032, section 7.1. */
class WebhookPublicKeyTest {

    private static final byte[] NOTHING_BEFORE = {};
    private static final RawBody MESSAGE = new RawBody(new byte[] {0x72});
    private static final String KEY = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    private static final String SIGNATURE = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    @Test
    void fitsTheStandardsVector() {
        byte[] signature = HexFormat.of().parseHex(SIGNATURE);
        WebhookPublicKey key = WebhookPublicKey.of(text(KEY));

        assertThat(key.fits(NOTHING_BEFORE, MESSAGE, signature)).isTrue();
        signature[0] ^= 1;
        assertThat(key.fits(NOTHING_BEFORE, MESSAGE, signature)).isFalse();
        assertThat(key.fits(NOTHING_BEFORE, MESSAGE, NOTHING_BEFORE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whpk_AAAA", "whpk_%", "whpk_", "whsec_MfKQ9r8GKYqrTwjUPD8", "MfKQ9r8GKYqrTwjUPD8"})
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> WebhookKey.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a webhook ")
                .hasMessageNotContaining("MfKQ9r8GKYqrTwjUPD8");
    }

    @Test
    void whatIsNoPointOfTheCurveIsRefused() {
        assertThatThrownBy(() -> WebhookKey.of(text("02" + "0".repeat(62))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("point of the curve");
    }

    private static String text(String hex) {
        return "whpk_" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
