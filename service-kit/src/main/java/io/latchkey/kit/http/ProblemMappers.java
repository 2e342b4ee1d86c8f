package io.latchkey.kit.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes every error an RFC 9457 problem, and lets nothing of the inside out. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return Problems.response(e.problem());
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException e) {
        Response original = e.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        String detail = Optional.ofNullable(e.getMessage()).orElse("the request was refused");
        return Problems.response(original.getStatus(), detail);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.error("Request failed", e);
        return Problems.response(500, "an unexpected error; it is in this service's log");
    }
}
