package io.latchkey.virtual.http;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps other web sites, open in the same browser, from reaching the handsets. */
final class Visitors {

    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Visitors() {}

    static void admit(Headers headers) {
        boolean ownName = first(headers, "Host")
                .map(Visitors::nameOf)
                .filter(OWN_NAMES::contains)
                .isPresent();
        boolean ownSite =
                first(headers, "Sec-Fetch-Site").map(OWN_SITES::contains).orElse(true);
        if (!ownName || !ownSite) {
            throw ProblemException.of(403, "Not from here", "Only this page and local programs may ask.");
        }
    }

    private static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static Optional<String> first(Headers headers, String name) {
        @Nullable String value = headers.getFirst(name);
        return Optional.ofNullable(value);
    }
}
