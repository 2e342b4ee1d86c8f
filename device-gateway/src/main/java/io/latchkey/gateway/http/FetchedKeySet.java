package io.latchkey.gateway.http;

import io.latchkey.events.EventJson;
import io.latchkey.gateway.GatewayConfig;
import io.latchkey.gateway.app.KeySetSource;
import io.latchkey.gateway.app.KeySetUnavailableException;
import io.latchkey.kit.clock.SystemClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Fetches the key set from token-issuer, and goes on with the last one known while it is away. */
@ApplicationScoped
class FetchedKeySet implements KeySetSource {

    private static final Logger LOG = Logger.getLogger(FetchedKeySet.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final URI url;
    private final SystemClock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile Optional<Fetched> last = Optional.empty();

    FetchedKeySet(GatewayConfig config, SystemClock clock) {
        this.url = config.keySetUrl();
        this.clock = clock;
    }

    private record Fetched(String json, Instant at) {}

    @Override
    public Uni<String> keySet() {
        Optional<Fetched> known = last;
        if (known.isPresent() && clock.now().isBefore(known.get().at().plus(FRESH))) {
            return Uni.createFrom().item(known.get().json());
        }
        return fetch().onFailure().recoverWithUni(e -> known.map(stale -> {
                    LOG.warnf("Key set not fetched, going on with the last one known reason=%s", e);
                    return Uni.createFrom().item(stale.json());
                })
                .orElseGet(() -> Uni.createFrom().failure(new KeySetUnavailableException(e))));
    }

    private Uni<String> fetch() {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .map(FetchedKeySet::checked)
                .invoke(json -> last = Optional.of(new Fetched(json, clock.now())));
    }

    private static String checked(HttpResponse<String> answer) {
        try {
            if (answer.statusCode() == 200
                    && EventJson.mapper().readTree(answer.body()).path("keys").isArray()) {
                return answer.body();
            }
            throw new IOException("the answer is no key set, status " + answer.statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
