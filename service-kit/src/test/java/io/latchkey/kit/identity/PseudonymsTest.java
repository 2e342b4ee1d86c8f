package io.latchkey.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.PartnerId;
import io.latchkey.kit.KitConfig;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER_KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
    private static final Imei IMEI = new Imei("490154203237518");

    @Test
    void aLoanIdTellsPartnersApartAndStaysTheSame() {
        Pseudonyms pseudonyms = with(KEY, "1:" + KEY);

        assertThat(pseudonyms.loanId(new PartnerId("a"), "LN-1"))
                .isEqualTo(pseudonyms.loanId(new PartnerId("a"), "LN-1"))
                .isNotEqualTo(pseudonyms.loanId(new PartnerId("b"), "LN-1"))
                .isNotEqualTo(pseudonyms.loanId(new PartnerId("a"), "LN-2"))
                .isNotEqualTo(with(OTHER_KEY, "1:" + KEY).loanId(new PartnerId("a"), "LN-1"));
    }

    @Test
    void aDeviceIdNamesTheNewestKeyThatMadeIt() {
        assertThat(with(KEY, "1:" + KEY).deviceId(IMEI).value()).startsWith("d1_");
        assertThat(with(KEY, "2:" + OTHER_KEY + ",1:" + KEY).deviceId(IMEI).value())
                .startsWith("d2_");
    }

    @Test
    void aKeyThatIsMissingOrTooShortIsNamed() {
        assertThatThrownBy(() -> with(null, null).deviceId(IMEI)).hasMessageContaining("LATCHKEY_DEVICE_KEYS");
        assertThatThrownBy(() -> with("c2hvcnQ=", null)).hasMessageContaining("latchkey.loan-key");
        assertThatThrownBy(() -> with(null, KEY)).hasMessageContaining("version:base64");
    }

    @Test
    void anImeiNeedsFifteenDigitsAndItsCheckDigitAndIsNeverPrinted() {
        assertThatThrownBy(() -> new Imei("490154203237519")).hasMessageContaining("check digit");
        assertThatThrownBy(() -> new Imei("49015420323751")).hasMessageContaining("15 digits");
        assertThat(IMEI.toString()).doesNotContain("490154203237518");
    }

    private static Pseudonyms with(String loanKey, String deviceKeys) {
        return new Pseudonyms(new KitConfig() {
            @Override
            public Optional<String> operatorToken() {
                return Optional.empty();
            }

            @Override
            public Optional<String> loanKey() {
                return Optional.ofNullable(loanKey);
            }

            @Override
            public Optional<String> deviceKeys() {
                return Optional.ofNullable(deviceKeys);
            }

            @Override
            public Optional<String> contactKeys() {
                return Optional.empty();
            }

            @Override
            public boolean localClock() {
                return false;
            }

            @Override
            public Duration publishTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration publishLinger() {
                return Duration.ZERO;
            }
        });
    }
}
