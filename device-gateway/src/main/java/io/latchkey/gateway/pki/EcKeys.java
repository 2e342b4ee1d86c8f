package io.latchkey.gateway.pki;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.latchkey.gateway.domain.HandsetKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Handsets' public keys: stored as text, used as keys. */
final class EcKeys {

    private EcKeys() {}

    static ECPublicKey read(String spki) throws GeneralSecurityException {
        var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(spki));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    static HandsetKey named(ECPublicKey key) throws JOSEException {
        ECKey jwk = new ECKey.Builder(Curve.P_256, key).build();
        return new HandsetKey(
                Base64.getEncoder().encodeToString(key.getEncoded()),
                jwk.computeThumbprint().toString());
    }
}
