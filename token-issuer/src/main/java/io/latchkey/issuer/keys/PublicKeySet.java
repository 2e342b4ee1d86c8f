package io.latchkey.issuer.keys;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.latchkey.issuer.app.KeySet;

/** The public part of the signing key. */
record PublicKeySet(String json) implements KeySet {

    static PublicKeySet of(ECKey key) {
        boolean publicPartOnly = true;
        return new PublicKeySet(new JWKSet(key).toString(publicPartOnly));
    }
}
