package io.latchkey.system;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every kind of token that a handset must not obey, made from a genuine one: what anybody can send who owns the broker,
 * and, worse, what an issuer would send that signs nonsense.
 */
final class WrongTokens {

    /** A token and the reason for which it is refused. */
    record Wrong(String reason, String token) {}

    private static final JOSEObjectType TYPE = new JOSEObjectType("device-token+jwt");

    private final ECKey issuer;
    private final ECKey stranger;
    private final Map<String, Object> claims;
    private final List<Wrong> all = new ArrayList<>();

    private WrongTokens(String genuine, ECKey issuer) throws ParseException, JOSEException {
        this.issuer = issuer;
        this.stranger = new ECKeyGenerator(Curve.P_256).keyID("stranger").generate();
        this.claims = new LinkedHashMap<>(JWSObject.parse(genuine).getPayload().toJSONObject());
        claims.put("rev", (Long) claims.get("rev") + 1_000);
        claims.put("stg", "LOCKED");
    }

    static List<Wrong> from(String genuine, ECKey issuer) throws ParseException, JOSEException {
        WrongTokens tokens = new WrongTokens(genuine, issuer);
        tokens.addShapeless();
        tokens.addWithWrongHeader();
        tokens.addWithWrongClaims();
        return List.copyOf(tokens.all);
    }

    private void addShapeless() {
        add("too-large", "x".repeat(5_000));
        add("not-a-jws", "not a token");
        add("bad-header", "a.b.c");
    }

    private void addWithWrongHeader() throws JOSEException {
        Payload payload = new Payload(claims);
        add("wrong-type", signed(header().type(JOSEObjectType.JWT).build(), payload, issuer));
        String unsigned = "{\"alg\":\"none\",\"typ\":\"device-token+jwt\",\"kid\":\"" + issuer.getKeyID() + "\"}";
        add("unsigned", Base64URL.encode(unsigned) + "." + payload.toBase64URL() + ".");
        add("wrong-algorithm", signedAsMac(payload));
        add(
                "critical-header",
                signed(
                        header().criticalParams(Set.of("b64"))
                                .base64URLEncodePayload(true)
                                .build(),
                        payload,
                        issuer));
        add("key-in-header", signed(header().jwk(stranger.toPublicJWK()).build(), payload, stranger));
        add("no-key-id", signed(header().keyID(null).build(), payload, issuer));
        add("unknown-key", signed(header().keyID("stranger").build(), payload, stranger));
        add("bad-signature", signed(header().build(), payload, stranger));
        add("claims-not-json", signed(header().build(), new Payload("gibberish"), issuer));
    }

    private void addWithWrongClaims() throws JOSEException {
        addWithClaim("bad-issuer", "iss", "somebody");
        addWithClaim("bad-audience", "aud", List.of(String.valueOf(claims.get("aud"))));
        addWithClaim("bad-enrollment", "enr", "1");
        addWithClaim("bad-revision", "rev", -1);
        addWithClaim("bad-stage", "stg", "BRICKED");
        addWithClaim("bad-restrictions", "rst", "camera");
        addWithClaim("bad-reason", "rsn", 7);
        addWithClaim("wrong-device", "aud", "d1_" + "0".repeat(32));
        addWithClaim("wrong-enrollment", "enr", 99);
        addWithClaim("stale", "rev", 1L);
    }

    private void addWithClaim(String reason, String claim, Object value) throws JOSEException {
        Map<String, Object> wrong = new LinkedHashMap<>(claims);
        wrong.put(claim, value);
        add(reason, signed(header().build(), new Payload(wrong), issuer));
    }

    private void add(String reason, String token) {
        all.add(new Wrong(reason, token));
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(issuer.getKeyID());
    }

    private static String signed(JWSHeader header, Payload payload, ECKey key) throws JOSEException {
        JWSObject jws = new JWSObject(header, payload);
        jws.sign(new ECDSASigner(key));
        return jws.serialize();
    }

    /** The old trick: the public key as the secret of a MAC. */
    private String signedAsMac(Payload payload) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(TYPE)
                .keyID(issuer.getKeyID())
                .build();
        JWSObject jws = new JWSObject(header, payload);
        jws.sign(new MACSigner(issuer.toECPublicKey().getEncoded()));
        return jws.serialize();
    }
}
