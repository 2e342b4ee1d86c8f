package io.latchkey.gateway.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.latchkey.events.DeviceId;
import io.latchkey.gateway.GatewayConfig;
import io.latchkey.gateway.app.CertificateAuthority;
import io.latchkey.gateway.app.CertificateRequests;
import io.latchkey.gateway.app.EnrollHandset;
import io.latchkey.gateway.app.Enrollments;
import io.latchkey.gateway.app.KeySetSource;
import io.latchkey.gateway.app.KeySetUnavailableException;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.EnrollmentCode;
import io.latchkey.gateway.domain.HandsetKey;
import io.latchkey.gateway.domain.Redemption;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.http.Problems;
import io.latchkey.kit.identity.Imei;
import io.latchkey.kit.identity.Pseudonyms;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Enrolls handsets, on the TLS port.
 *
 * <p>No credential but the one-time code, or the provisioning key of a phone that is known: a handset has no certificate
 * before this call.
 */
@Path("/v1/enrollments")
public class EnrollmentsResource {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final EnrollHandset enrollHandset;
    private final CertificateRequests requests;
    private final CertificateAuthority authority;
    private final KeySetSource keySets;
    private final Pseudonyms pseudonyms;
    private final RenewalTries tries;
    private final GatewayConfig config;

    EnrollmentsResource(
            EnrollHandset enrollHandset,
            CertificateRequests requests,
            CertificateAuthority authority,
            KeySetSource keySets,
            Pseudonyms pseudonyms,
            RenewalTries tries,
            GatewayConfig config) {
        this.enrollHandset = enrollHandset;
        this.requests = requests;
        this.authority = authority;
        this.keySets = keySets;
        this.pseudonyms = pseudonyms;
        this.tries = tries;
        this.config = config;
    }

    /**
     * Enrolls a handset.
     *
     * @param body {@code imei}, {@code enrollmentCode} or {@code provisioningKey}, {@code csr}
     * @return 201 with the certificate and all that a handset must know; 409 for a code that another key used; 429 if one
     *     phone comes with provisioning keys too often
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> enroll(byte[] body) {
        RequestFields fields = RequestFields.of(body);
        Optional<DeviceId> shown = fields.demand("imei", Imei::new).map(pseudonyms::deviceId);
        boolean again = !fields.has("enrollmentCode") && fields.has("provisioningKey");
        Optional<String> provisioningKey = again ? fields.demand("provisioningKey", text -> text) : Optional.empty();
        Optional<EnrollmentCode> code = again ? Optional.empty() : code(fields);
        Optional<HandsetKey> key = fields.demand("csr", requests::keyOf);
        fields.check();
        if (again && !tries.take(shown.orElseThrow())) {
            return Uni.createFrom()
                    .item(Problems.tooMany("this handset enrolls too often; wait a while", RenewalTries.PAUSE));
        }
        // The key set comes first: a code must not be taken for an enrollment that cannot be answered.
        return keySets.keySet()
                .chain(keySet -> provisioningKey
                        .map(shownKey -> enrollHandset.again(shown.orElseThrow(), shownKey, key.orElseThrow()))
                        .orElseGet(() -> enrollHandset.on(shown.orElseThrow(), code.orElseThrow(), key.orElseThrow()))
                        .map(outcome -> answer(outcome, keySet)))
                .onFailure()
                .invoke(() -> provisioningKey.ifPresent(shownKey -> tries.giveBack(shown.orElseThrow())))
                .onFailure(KeySetUnavailableException.class)
                .recoverWithItem(() ->
                        Problems.unavailable("token-issuer is away; nothing was taken, send the same again", RETRY));
    }

    private static Optional<EnrollmentCode> code(RequestFields fields) {
        return fields.demand("enrollmentCode", typed -> EnrollmentCode.parse(typed)
                .orElseThrow(() -> new IllegalArgumentException("must be 20 letters and digits, as XXXX-XXXX-…")));
    }

    private Response answer(Enrollments.Outcome outcome, String keySet) {
        return switch (outcome) {
            case Enrollments.Enrolled enrolled ->
                Response.status(201)
                        .entity(welcome(enrolled.enrollment(), keySet))
                        .build();
            case Enrollments.Refused refused
            when refused.refusal() == Redemption.Refusal.USED ->
                Problems.response(409, refused.refusal().detail());
            case Enrollments.Refused refused ->
                Problems.unprocessable(List.of(new FieldError(
                        refused.refusal().pointer(), refused.refusal().detail())));
        };
    }

    private Welcome welcome(Enrollment enrollment, String keySet) {
        return new Welcome(
                enrollment.name().deviceId().value(),
                enrollment.name().enrollment(),
                enrollment.certificate().orElseThrow(),
                authority.chain(),
                new Broker(config.mqtt().host(), config.mqtt().port()),
                keySet);
    }

    /**
     * The answer.
     *
     * @param deviceId the handset's id
     * @param enrollment the binding's number
     * @param certificate PEM
     * @param chain PEM, the issuer first
     * @param mqtt where tokens come from
     * @param keySet the keys that sign tokens, JSON as it came from token-issuer
     */
    public record Welcome(
            String deviceId,
            int enrollment,
            String certificate,
            List<String> chain,
            Broker mqtt,
            @JsonRawValue String keySet) {}

    /**
     * The broker.
     *
     * @param host its host
     * @param port its port for mutual TLS
     */
    public record Broker(String host, int port) {}
}
