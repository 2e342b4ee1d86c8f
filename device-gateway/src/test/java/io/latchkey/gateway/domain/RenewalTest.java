package io.latchkey.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewalTest {

    private static final PartnerId SANDBOX = new PartnerId("sandbox");
    private static final Enrollment KNOWN = new Enrollment(
            new HandsetName(new DeviceId("d1_0f1e2d3c4b5a69788796a5b4c3d2e1f0"), 2),
            new LoanId("ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
            SANDBOX,
            Optional.empty(),
            Instant.EPOCH,
            new HandsetKey("spki", "old key"),
            Optional.empty());

    private final ProvisioningKeys keys = new ProvisioningKeys(new byte[32]);

    @Test
    void aKnownPhoneWithItsPartnersKeyGetsTheNextEnrollment() {
        assertThat(judge(Optional.of(KNOWN), keys.of(SANDBOX), "new key")).isEqualTo(new Redemption.Renewed(KNOWN));
    }

    @Test
    void theSameKeyGetsTheSameEnrollmentAgainBecauseAnAnswerMayBeLost() {
        assertThat(judge(Optional.of(KNOWN), keys.of(SANDBOX), "old key"))
                .isEqualTo(new Redemption.Again(KNOWN.name()));
    }

    @Test
    void anUnknownPhoneAndAnotherPartnersKeyGetTheSameAnswer() {
        assertThat(judge(Optional.empty(), keys.of(SANDBOX), "new key")).isEqualTo(Redemption.Refusal.NOT_PROVED);
        assertThat(judge(Optional.of(KNOWN), keys.of(new PartnerId("other")), "new key"))
                .isEqualTo(Redemption.Refusal.NOT_PROVED);
        assertThat(judge(Optional.of(KNOWN), "", "new key")).isEqualTo(Redemption.Refusal.NOT_PROVED);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new ProvisioningKeys(new byte[31])).hasMessageContaining("at least 32 bytes");
    }

    private Redemption judge(Optional<Enrollment> newest, String shownKey, String thumbprint) {
        return Renewal.judge(newest, keys, shownKey, thumbprint);
    }
}
