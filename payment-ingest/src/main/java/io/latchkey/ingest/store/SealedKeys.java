package io.latchkey.ingest.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.IngestConfig;
import io.latchkey.ingest.domain.LiveKey;
import io.latchkey.ingest.domain.WebhookKey;
import io.latchkey.kit.seal.SealingKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Keys of partners as they lie in the database: sealed together with the name of whose they are, so that nobody who can
 * write there moves one to another partner.
 */
@ApplicationScoped
class SealedKeys {

    private final SealingKeys seals;

    SealedKeys(IngestConfig config) {
        seals = new SealingKeys("latchkey.vault-keys", "LATCHKEY_VAULT_KEYS", config.vaultKeys());
    }

    boolean canSeal() {
        return seals.areGiven();
    }

    String seal(PartnerId id, String keyId, String key) {
        return seals.seal((label(id, keyId) + key).getBytes(UTF_8));
    }

    /** Fails where it cannot be opened: a service that forgot a key would turn its partner away for no reason of his. */
    LiveKey open(PartnerId id, String keyId, String sealed, Optional<Instant> until) {
        String opened = new String(seals.open(sealed), UTF_8);
        String label = label(id, keyId);
        if (!opened.startsWith(label)) {
            throw new IllegalStateException("the key " + keyId + " of partner " + id + " was sealed as another one");
        }
        return new LiveKey(WebhookKey.of(opened.substring(label.length())), until);
    }

    private static String label(PartnerId id, String keyId) {
        return id + "/" + keyId + "/";
    }
}
