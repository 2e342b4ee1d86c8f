package io.latchkey.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.kit.KitConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets only the operator pass; without a configured token, nobody. */
@Provider
@OperatorOnly
@Priority(Priorities.AUTHENTICATION)
class OperatorFilter implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    /** Looked up late: filters are made before the run-time settings are there. */
    private final Instance<KitConfig> config;

    OperatorFilter(Instance<KitConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> presented = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
        if (presented.isEmpty() || !isOperator(presented.get())) {
            request.abortWith(Response.fromResponse(
                            Problems.response(401, "send the operator's token as Authorization: Bearer <token>"))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build());
        }
    }

    private boolean isOperator(String presented) {
        return config.get()
                .operatorToken()
                .map(token -> MessageDigest.isEqual(token.getBytes(UTF_8), presented.getBytes(UTF_8)))
                .orElse(false);
    }
}
