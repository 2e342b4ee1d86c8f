package io.latchkey.gateway.http;

import io.latchkey.events.DeviceId;
import io.latchkey.events.PartnerId;
import io.latchkey.gateway.app.OfferEnrollment;
import io.latchkey.kit.http.OperatorOnly;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.ProblemException;
import io.latchkey.kit.identity.Imei;
import io.latchkey.kit.identity.Pseudonyms;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Makes enrollment codes, for operators, on the administration port. */
@Path("/v1/partners/{partner}/loans/{account}/enrollment-codes")
@OperatorOnly
public class EnrollmentCodesResource {

    private static final int LONGEST_ACCOUNT = 64;

    private final OfferEnrollment offerEnrollment;
    private final Pseudonyms pseudonyms;
    private final Provisioning provisioning;

    EnrollmentCodesResource(OfferEnrollment offerEnrollment, Pseudonyms pseudonyms, Provisioning provisioning) {
        this.offerEnrollment = offerEnrollment;
        this.pseudonyms = pseudonyms;
        this.provisioning = provisioning;
    }

    /**
     * Makes a code for one handset of one loan.
     *
     * @param partner the partner
     * @param account the partner's number of the loan
     * @param body {@code imei} and, if the phone has two, {@code imei2}
     * @return 201 with the code and what the phone must be told
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> offer(
            @PathParam("partner") String partner, @PathParam("account") String account, byte[] body) {
        PartnerId partnerId = partnerId(partner);
        if (account.isBlank() || account.length() > LONGEST_ACCOUNT) {
            throw new ProblemException(
                    Problem.of(404, "an account number has 1 to " + LONGEST_ACCOUNT + " characters"));
        }
        RequestFields fields = RequestFields.of(body);
        Optional<DeviceId> first = fields.demand("imei", Imei::new).map(pseudonyms::deviceId);
        Optional<DeviceId> second = fields.find("imei2", Imei::new).map(pseudonyms::deviceId);
        fields.check();
        return offerEnrollment
                .on(partnerId, pseudonyms.loanId(partnerId, account), first.orElseThrow(), second)
                .map(offer -> Response.status(201)
                        .entity(new Offered(
                                offer.code().grouped(), offer.expiresAt().toString(), provisioning.payload(partnerId)))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static PartnerId partnerId(String partner) {
        try {
            return new PartnerId(partner);
        } catch (IllegalArgumentException e) {
            ProblemException problem = new ProblemException(Problem.of(404, "no partner has such a name"));
            problem.initCause(e);
            throw problem;
        }
    }

    /**
     * The answer.
     *
     * @param enrollmentCode for the person who sets the phone up
     * @param expiresAt business time
     * @param provisioning for the phone
     */
    public record Offered(String enrollmentCode, String expiresAt, Provisioning.Payload provisioning) {}
}
