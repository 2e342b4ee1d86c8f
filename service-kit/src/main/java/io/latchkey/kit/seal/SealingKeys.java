package io.latchkey.kit.seal;

import com.nimbusds.jose.JWEObject;
import io.latchkey.kit.VersionedSecrets;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that seal other secrets and are replaced over time: the newest version seals, all open. */
public final class SealingKeys {

    private static final int BYTES = 32;

    private final String setting;
    private final String variable;
    private final NavigableMap<Integer, SecretKey> keys = new TreeMap<>();

    /**
     * Reads the keys.
     *
     * @param setting its name, for messages
     * @param variable the environment variable that it comes from, for messages
     * @param value {@code version:base64}, comma separated, 32 bytes each; without it nothing can be sealed or opened
     * @throws IllegalArgumentException if a key is no key; the message names the setting
     */
    public SealingKeys(String setting, String variable, Optional<String> value) {
        this.setting = setting;
        this.variable = variable;
        value.ifPresent(text -> VersionedSecrets.parse(setting, text)
                .forEach((version, base64) -> keys.put(version, key(setting, base64))));
    }

    /**
     * Tells whether there are any.
     *
     * @return false if the setting was not given
     */
    public boolean areGiven() {
        return !keys.isEmpty();
    }

    /**
     * Seals under the newest version.
     *
     * @param secret any bytes
     * @return a compact JWE (RFC 7516), {@code alg} {@code dir}, {@code enc} {@code A256GCM}, {@code kid} the version
     * @throws IllegalStateException if there are no keys
     */
    public String seal(byte[] secret) {
        demandKeys();
        var newest = keys.lastEntry();
        return Jwe.encrypt(secret, newest.getValue(), newest.getKey().toString());
    }

    /**
     * Opens.
     *
     * @param sealed as {@link #seal} made it, under any version
     * @return the secret
     * @throws IllegalArgumentException if it is nothing that was sealed, or was changed since
     * @throws IllegalStateException if there are no keys, or not the version that sealed it
     */
    public byte[] open(String sealed) {
        demandKeys();
        JWEObject jwe = Jwe.parse(sealed);
        String version = Optional.ofNullable(jwe.getHeader().getKeyID()).orElse("");
        if (!version.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("what is sealed must name the version of the key that sealed it");
        }
        SecretKey key = Optional.ofNullable(keys.get(Integer.valueOf(version)))
                .orElseThrow(() -> new IllegalStateException(
                        setting + " has no version " + version + "; put it into " + variable + " again"));
        return Jwe.decrypt(jwe, key);
    }

    private void demandKeys() {
        if (keys.isEmpty()) {
            throw new IllegalStateException(setting + " is missing; set " + variable);
        }
    }

    private static SecretKey key(String setting, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " must be base64", e);
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    setting + " must have keys of " + BYTES + " bytes but one had " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
