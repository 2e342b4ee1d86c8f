package io.latchkey.gateway.http;

import io.latchkey.gateway.app.FetchToken;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.ProblemException;
import io.latchkey.kit.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A handset's newest token over HTTPS, where MQTT cannot pass. */
@Path("/v1/devices/self/token")
public class SelfTokenResource {

    private final FetchToken fetchToken;
    private final HandsetCertificates certificates;

    SelfTokenResource(FetchToken fetchToken, HandsetCertificates certificates) {
        this.fetchToken = fetchToken;
        this.certificates = certificates;
    }

    /**
     * The newest token of the handset whose certificate asks.
     *
     * @param request whose certificate it is
     * @return the token, or 204 if there is none yet; 403 for an enrollment that is not heard any more
     */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<Response> token(@Context HttpServerRequest request) {
        HandsetName name = certificates
                .nameOf(request)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(401, "show the certificate that the enrollment gave to this handset")));
        return fetchToken.of(name).map(outcome -> switch (outcome) {
            case FetchToken.Newest newest ->
                Response.ok(newest.token().jws())
                        .header("Cache-Control", "no-store")
                        .build();
            case FetchToken.NoneYet none -> Response.noContent().build();
            case FetchToken.Ended ended ->
                Problems.response(403, "this enrollment has ended; ask the lender for an enrollment code");
        });
    }
}
