package io.latchkey.kit.personal;

import io.latchkey.kit.KitConfig;
import io.latchkey.kit.seal.SealingKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Wraps the keys of loans: the newest version wraps, all unwrap. */
@ApplicationScoped
public class ContactKeys {

    private final SealingKeys keys;

    /**
     * Reads the keys.
     *
     * @param config holds them
     * @throws IllegalArgumentException if a key is no key; the message names the setting
     */
    @Inject
    public ContactKeys(KitConfig config) {
        this(config.contactKeys());
    }

    ContactKeys(Optional<String> setting) {
        keys = new SealingKeys("latchkey.contact-keys", "LATCHKEY_CONTACT_KEYS", setting);
    }

    /**
     * Wraps a loan's key.
     *
     * @param key the loan's
     * @return a compact JWE (RFC 7516), {@code alg} {@code dir}, {@code enc} {@code A256GCM}, {@code kid} the version
     */
    public String wrap(LoanKey key) {
        return keys.seal(key.bytes());
    }

    /**
     * Unwraps a loan's key.
     *
     * @param wrapped as {@link #wrap} made it, with any version
     * @return the loan's key
     * @throws IllegalArgumentException if it is no wrapped key, or was changed since
     * @throws IllegalStateException if this service was not given the version that wrapped it
     */
    public LoanKey unwrap(String wrapped) {
        return LoanKey.of(keys.open(wrapped));
    }
}
