package io.latchkey.gateway.http;

import io.latchkey.gateway.app.CarriedTokens;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A handset's newest token over HTTPS, where MQTT cannot pass. An older enrollment is served too: it may be freed by it. */
@Path("/v1/devices/self/token")
public class SelfTokenResource {

    private final CarriedTokens carried;
    private final HandsetCertificates certificates;

    SelfTokenResource(CarriedTokens carried, HandsetCertificates certificates) {
        this.carried = carried;
        this.certificates = certificates;
    }

    /**
     * The newest token of the handset whose certificate asks.
     *
     * @param request whose certificate it is
     * @return the token, or 204 if there is none yet
     */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<Response> token(@Context HttpServerRequest request) {
        HandsetName name = certificates
                .nameOf(request)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(401, "show the certificate that the enrollment gave to this handset")));
        return carried.newest(List.of(name.deviceId()))
                .map(tokens -> tokens.isEmpty()
                        ? Response.noContent().build()
                        : Response.ok(tokens.get(0).jws())
                                .header("Cache-Control", "no-store")
                                .build());
    }
}
