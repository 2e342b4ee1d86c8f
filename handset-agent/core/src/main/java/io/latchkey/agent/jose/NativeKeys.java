package io.latchkey.agent.jose;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** Keys as their provider holds them itself: another's it would translate again for every signature. */
final class NativeKeys {

    private NativeKeys() {}

    static PrivateKey of(PrivateKey key, Optional<Provider> provider) {
        return (PrivateKey) translated(key, provider);
    }

    static ECPublicKey of(ECPublicKey key, Optional<Provider> provider) {
        return (ECPublicKey) translated(key, provider);
    }

    private static Key translated(Key key, Optional<Provider> provider) {
        if (!provider.isPresent()) {
            return key;
        }
        try {
            return KeyFactory.getInstance("EC", provider.get()).translateKey(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the provider cannot use this key", e);
        }
    }
}
