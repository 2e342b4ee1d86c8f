package io.latchkey.gateway.pki;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import io.latchkey.events.EventJson;
import io.latchkey.gateway.app.ReportReader;
import io.latchkey.gateway.domain.DropReason;
import io.latchkey.gateway.domain.ReportClaims;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and checks reports by Nimbus (RFC 7515); the algorithm is fixed, as RFC 8725 section 3.1 demands. */
@ApplicationScoped
class JwsReports implements ReportReader {

    private static final JOSEObjectType TYPE = new JOSEObjectType("handset-report+jwt");
    private static final int LONGEST = 16_384;

    private static final int KEYS_AT_HAND = 10_000;

    private final EcProvider provider = EcProvider.choose();
    /** Reading a key takes longer than checking a signature with it. */
    private final Cache<String, ECDSAVerifier> verifiers =
            Caffeine.newBuilder().maximumSize(KEYS_AT_HAND).build();

    @Override
    public Message read(String jws) {
        if (jws.length() > LONGEST) {
            return new Unreadable(DropReason.NOT_A_JWS);
        }
        try {
            JWSObject parsed = JWSObject.parse(jws);
            if (!isReport(parsed.getHeader())) {
                return new Unreadable(DropReason.WRONG_TYPE);
            }
            return new Claimed(claims(parsed.getPayload().toBytes()), jws);
        } catch (ParseException e) {
            return new Unreadable(DropReason.NOT_A_JWS);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return new Unreadable(DropReason.MALFORMED_CLAIMS);
        }
    }

    @Override
    public boolean isSignedBy(Claimed report, String spki) {
        try {
            ECDSAVerifier verifier = verifiers.get(spki, this::verifier);
            return verifier != null && JWSObject.parse(report.jws()).verify(verifier);
        } catch (JOSEException | ParseException e) {
            return false;
        }
    }

    /** Nothing if that is no key. */
    private @Nullable ECDSAVerifier verifier(String spki) {
        try {
            ECDSAVerifier verifier = new ECDSAVerifier(EcKeys.read(spki));
            provider.use(verifier.getJCAContext());
            return verifier;
        } catch (JOSEException | GeneralSecurityException e) {
            return null;
        }
    }

    private static boolean isReport(JWSHeader header) {
        return JWSAlgorithm.ES256.equals(header.getAlgorithm()) && TYPE.equals(header.getType());
    }

    private static ReportClaims claims(byte[] payload) throws IOException {
        JsonNode json = EventJson.mapper().readTree(payload);
        return new ReportClaims(
                whole(json, "seq"),
                text(json, "type"),
                Math.toIntExact(Math.min(whole(json, "enr"), Integer.MAX_VALUE)),
                whole(json, "rev"),
                Instant.parse(text(json, "at")),
                detail(json.path("detail")));
    }

    private static Map<String, Object> detail(JsonNode json) {
        Map<String, Object> detail = new HashMap<>();
        json.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isTextual()) {
                detail.put(field.getKey(), value.textValue());
            } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                detail.put(field.getKey(), value.longValue());
            }
        });
        return detail;
    }

    private static long whole(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return value.longValue();
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " must be a text");
        }
        return value.textValue();
    }
}
