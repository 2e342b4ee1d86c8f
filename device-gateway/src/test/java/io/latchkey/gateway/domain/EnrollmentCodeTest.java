package io.latchkey.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.testing.RandomSeeds;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollmentCodeTest {

    @ParameterizedTest
    @RandomSeeds(200)
    void aCodeIsReadAsItWasMadeHoweverItIsTyped(long seed) {
        byte[] random = new byte[EnrollmentCode.RANDOM_BYTES];
        new Random(seed).nextBytes(random);
        EnrollmentCode code = EnrollmentCode.of(random);

        assertThat(code.grouped()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(EnrollmentCode.parse(code.grouped())).contains(code);
        assertThat(EnrollmentCode.parse(code.letters().toLowerCase(Locale.ROOT)))
                .contains(code);
    }

    @Test
    void lettersThatLookLikeDigitsAreTakenForThem() {
        assertThat(EnrollmentCode.parse("OIL0-0000-0000-0000-0000"))
                .contains(new EnrollmentCode("01100000000000000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", "0000-0000-0000-0000-000U", "0000-0000-0000-0000-0000-0"})
    void whatCannotBeACodeIsNone(String typed) {
        assertThat(EnrollmentCode.parse(typed)).isEmpty();
    }

    @Test
    void neitherItsTextNorItsHashTellsTheCode() {
        EnrollmentCode code = new EnrollmentCode("01100000000000000000");

        assertThat(code.toString()).doesNotContain("011");
        assertThat(code.hash()).matches("[0-9a-f]{64}");
    }
}
