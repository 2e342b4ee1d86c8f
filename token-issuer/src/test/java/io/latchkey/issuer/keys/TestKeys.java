package io.latchkey.issuer.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** Keys that live as long as a test. */
final class TestKeys {

    private TestKeys() {}

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Es256Signer signer() {
        return signer(key());
    }

    static Es256Signer signer(ECKey key) {
        try {
            return new Es256Signer(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
