package io.latchkey.kit.personal;

import com.nimbusds.jose.JWEObject;
import io.latchkey.kit.KitConfig;
import io.latchkey.kit.VersionedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Wraps the keys of loans: the newest version wraps, all unwrap. */
@ApplicationScoped
public class ContactKeys {

    private static final String SETTING = "latchkey.contact-keys";
    private static final int BYTES = 32;

    private final NavigableMap<Integer, SecretKey> keys;

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
        keys = setting.map(ContactKeys::keysByVersion).orElseGet(TreeMap::new);
    }

    /**
     * Wraps a loan's key.
     *
     * @param key the loan's
     * @return a compact JWE (RFC 7516), {@code alg} {@code dir}, {@code enc} {@code A256GCM}, {@code kid} the version
     */
    public String wrap(LoanKey key) {
        demandKeys();
        var newest = keys.lastEntry();
        return Jwe.encrypt(key.bytes(), newest.getValue(), newest.getKey().toString());
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
        demandKeys();
        JWEObject jwe = Jwe.parse(wrapped);
        String version = Optional.ofNullable(jwe.getHeader().getKeyID()).orElse("");
        if (!version.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("a wrapped key must name the version that wrapped it");
        }
        SecretKey key = Optional.ofNullable(keys.get(Integer.valueOf(version)))
                .orElseThrow(() -> new IllegalStateException(
                        SETTING + " has no version " + version + "; put it into LATCHKEY_CONTACT_KEYS again"));
        return LoanKey.of(Jwe.decrypt(jwe, key));
    }

    private void demandKeys() {
        if (keys.isEmpty()) {
            throw new IllegalStateException(SETTING + " is missing; set LATCHKEY_CONTACT_KEYS");
        }
    }

    private static NavigableMap<Integer, SecretKey> keysByVersion(String setting) {
        NavigableMap<Integer, SecretKey> keys = new TreeMap<>();
        VersionedSecrets.parse(SETTING, setting).forEach((version, base64) -> keys.put(version, key(base64)));
        return keys;
    }

    private static SecretKey key(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTING + " must be base64", e);
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    SETTING + " must have keys of " + BYTES + " bytes but one had " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
