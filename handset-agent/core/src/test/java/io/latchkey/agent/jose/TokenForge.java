package io.latchkey.agent.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes tokens as the issuer does, and as nobody should. */
public final class TokenForge {

    public static final String DEVICE = "d1_00112233445566778899aabbccddeeff";

    private final ECKey key;

    private TokenForge(ECKey key) {
        this.key = key;
    }

    public static TokenForge withNewKey() {
        try {
            return new TokenForge(
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public ECKey key() {
        return key;
    }

    public String keySet() {
        return new JWKSet(key).toString(true);
    }

    public TrustedKeys trusted() {
        return TrustedKeys.of(keySet());
    }

    public static Map<String, Object> claims(long revision) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "latchkey");
        claims.put("aud", DEVICE);
        claims.put("enr", 1);
        claims.put("rev", revision);
        claims.put("stg", "LOCKED");
        claims.put("rst", new ArrayList<>(List.of("camera", "kiosk")));
        claims.put("rsn", "dpd");
        return claims;
    }

    public static Map<String, Object> claims(long revision, String claim, Object value) {
        Map<String, Object> claims = claims(revision);
        claims.put(claim, value);
        return claims;
    }

    public JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("device-token+jwt"))
                .keyID(key.getKeyID());
    }

    public byte[] sign(Map<String, Object> claims) {
        return sign(header().build(), claims);
    }

    public byte[] sign(JWSHeader header, Map<String, Object> claims) {
        return sign(header, new Payload(claims));
    }

    public byte[] sign(String payload) {
        return sign(header().build(), new Payload(payload));
    }

    private byte[] sign(JWSHeader header, Payload payload) {
        try {
            JWSObject jws = new JWSObject(header, payload);
            jws.sign(new ECDSASigner(key));
            return jws.serialize().getBytes(StandardCharsets.US_ASCII);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
