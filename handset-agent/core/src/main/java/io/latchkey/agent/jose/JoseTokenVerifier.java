package io.latchkey.agent.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import io.latchkey.agent.app.TokenVerifier;
import io.latchkey.agent.domain.Incoming.TokenReceived;
import io.latchkey.agent.domain.Incoming.TokenRefused;
import io.latchkey.agent.domain.RefusalReason;
import io.latchkey.agent.json.JsonFields;
import io.latchkey.agent.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * Verifies device tokens.
 *
 * <p><b>Shape:</b> compact JWS, {@code typ} device-token+jwt, {@code alg} ES256 and nothing else, {@code kid} of a
 * trusted key. {@code exp} and {@code nbf} are never looked at: what frees is not refused for a reason of time.
 *
 * <p><b>Source:</b> RFC 7515 for the form, RFC 8725 for what to refuse.
 */
public final class JoseTokenVerifier implements TokenVerifier {

    /** Twice what an issuer may make; more is not worth the parsing. */
    static final int MAX_BYTES = 4096;

    private static final String TYPE = "device-token+jwt";
    private static final String ALGORITHM = "ES256";
    private static final List<String> KEY_HEADERS = List.of("jwk", "jku", "x5c", "x5u");

    private final TrustedKeys keys;

    public JoseTokenVerifier(TrustedKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<String> trustedKeyIds() {
        return keys.ids();
    }

    @Override
    public TokenReceived verify(byte[] payload) {
        if (payload.length > MAX_BYTES) {
            return new TokenRefused(RefusalReason.TOO_LARGE);
        }
        String[] parts = new String(payload, StandardCharsets.ISO_8859_1).split("\\.", -1);
        if (parts.length != 3) {
            return new TokenRefused(RefusalReason.NOT_A_JWS);
        }
        try {
            return judge(JsonFields.parse(new Base64URL(parts[0]).decodeToString()), parts);
        } catch (MalformedJsonException e) {
            return new TokenRefused(RefusalReason.BAD_HEADER);
        }
    }

    private TokenReceived judge(JsonFields header, String[] parts) {
        Optional<RefusalReason> objection = objectionTo(header);
        if (objection.isPresent()) {
            return new TokenRefused(objection.get());
        }
        Optional<JWSVerifier> verifier = keys.verifierOf(header.text("kid"));
        if (!verifier.isPresent()) {
            return new TokenRefused(RefusalReason.UNKNOWN_KEY);
        }
        if (!isSignedBy(verifier.get(), parts)) {
            return new TokenRefused(RefusalReason.BAD_SIGNATURE);
        }
        return claimsOf(parts[1]);
    }

    private static Optional<RefusalReason> objectionTo(JsonFields header) {
        String algorithm = header.textOrEmpty("alg");
        if (!TYPE.equals(header.textOrEmpty("typ"))) {
            return Optional.of(RefusalReason.WRONG_TYPE);
        }
        if (algorithm.equalsIgnoreCase("none")) {
            return Optional.of(RefusalReason.UNSIGNED);
        }
        if (!ALGORITHM.equals(algorithm)) {
            return Optional.of(RefusalReason.WRONG_ALGORITHM);
        }
        if (header.has("crit")) {
            return Optional.of(RefusalReason.CRITICAL_HEADER);
        }
        if (KEY_HEADERS.stream().anyMatch(header::has)) {
            return Optional.of(RefusalReason.KEY_IN_HEADER);
        }
        return header.textOrEmpty("kid").isEmpty() ? Optional.of(RefusalReason.NO_KEY_ID) : Optional.empty();
    }

    /** The library is given the header to judge a second time; whatever it dislikes is no good signature. */
    private static boolean isSignedBy(JWSVerifier verifier, String[] parts) {
        try {
            return new JWSObject(new Base64URL(parts[0]), new Base64URL(parts[1]), new Base64URL(parts[2]))
                    .verify(verifier);
        } catch (ParseException | JOSEException | RuntimeException e) {
            return false;
        }
    }

    private static TokenReceived claimsOf(String payload) {
        try {
            return TokenClaims.read(JsonFields.parse(new Base64URL(payload).decodeToString()));
        } catch (MalformedJsonException e) {
            return new TokenRefused(RefusalReason.CLAIMS_NOT_JSON);
        }
    }
}
