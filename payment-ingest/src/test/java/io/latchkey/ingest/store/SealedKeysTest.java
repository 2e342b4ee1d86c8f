package io.latchkey.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.IngestConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedKeysTest {

    private static final PartnerId ONE = new PartnerId("one");
    private static final PartnerId OTHER = new PartnerId("other");
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void aKeyThatWasMovedToAnotherPartnerIsNotOpened() {
        SealedKeys keys = with("1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        String sealed = keys.seal(ONE, "k", KEY);

        assertThat(keys.open(ONE, "k", sealed, Optional.empty()).key().version())
                .isEqualTo("v1");
        assertThatIllegalStateException().isThrownBy(() -> keys.open(OTHER, "k", sealed, Optional.empty()));
        assertThatIllegalStateException().isThrownBy(() -> keys.open(ONE, "l", sealed, Optional.empty()));
    }

    @Test
    void withoutKeysOfItsOwnItSealsNothing() {
        assertThat(with("").canSeal()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> with("").seal(ONE, "k", KEY))
                .withMessageContaining("LATCHKEY_VAULT_KEYS")
                .withMessageNotContaining(KEY);
    }

    private static SealedKeys with(String setting) {
        return new SealedKeys(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IngestConfig.class)
                .withDefaultValue("latchkey.partners-file", "none")
                .withDefaultValue("latchkey.vault-keys", setting)
                .build()
                .getConfigMapping(IngestConfig.class));
    }
}
