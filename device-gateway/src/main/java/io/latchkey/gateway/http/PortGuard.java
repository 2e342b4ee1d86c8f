package io.latchkey.gateway.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Keeps the two ports apart: handsets find no administration on theirs, operators no handset endpoints on theirs. */
class PortGuard {

    private static final int BEFORE_ALL_ROUTES = 1000;
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"not on this port\"}";

    void register(@Observes Filters filters) {
        filters.register(PortGuard::check, BEFORE_ALL_ROUTES);
    }

    private static void check(RoutingContext context) {
        if (context.request().isSSL() == isForHandsets(context.normalizedPath())) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "application/problem+json")
                .end(PROBLEM);
    }

    private static boolean isForHandsets(String path) {
        return path.equals("/v1/enrollments") || path.startsWith("/v1/enrollments/") || path.startsWith("/v1/devices/");
    }
}
