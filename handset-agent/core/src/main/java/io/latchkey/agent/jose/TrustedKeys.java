package io.latchkey.agent.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.Provider;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The only keys that a token may be signed by, by key id. */
public final class TrustedKeys {

    private final Map<String, JWSVerifier> verifiers;

    private TrustedKeys(Map<String, JWSVerifier> verifiers) {
        this.verifiers = verifiers;
    }

    /**
     * The P-256 keys of a JSON Web Key Set; any other key in it is of no use to us and left out.
     *
     * @throws IllegalArgumentException if it is no key set
     */
    public static TrustedKeys of(String keySetJson) {
        return of(keySetJson, Optional.empty());
    }

    /**
     * As {@link #of(String)}, with somebody else to compute signatures.
     *
     * @param provider checks signatures; the platform's own does if there is none
     * @throws IllegalArgumentException if it is no key set
     */
    public static TrustedKeys of(String keySetJson, Optional<Provider> provider) {
        try {
            Map<String, JWSVerifier> verifiers = new LinkedHashMap<>();
            for (JWK key : JWKSet.parse(keySetJson).getKeys()) {
                if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256) && ec.getKeyID() != null) {
                    ECDSAVerifier verifier = new ECDSAVerifier(NativeKeys.of(ec.toECPublicKey(), provider));
                    provider.ifPresent(verifier.getJCAContext()::setProvider);
                    verifiers.put(ec.getKeyID(), verifier);
                }
            }
            return new TrustedKeys(verifiers);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("keySet is not a JSON Web Key Set", e);
        }
    }

    Optional<JWSVerifier> verifierOf(String keyId) {
        return Optional.ofNullable(verifiers.get(keyId));
    }

    List<String> ids() {
        return List.copyOf(verifiers.keySet());
    }
}
