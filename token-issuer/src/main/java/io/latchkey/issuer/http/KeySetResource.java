package io.latchkey.issuer.http;

import io.latchkey.issuer.app.KeySet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * The public key set (RFC 7517).
 *
 * <p>Public on purpose: it holds public keys only, and whoever wants to check a token needs them: handsets, partners,
 * auditors.
 */
@Path("/.well-known/jwks.json")
public class KeySetResource {

    /** Short enough for a new key to arrive before it signs, long enough to spare us the traffic. */
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final KeySet keys;

    KeySetResource(KeySet keys) {
        this.keys = keys;
    }

    /**
     * The keys by which a token can be checked.
     *
     * @return the key set, which may be cached
     */
    @GET
    @Produces("application/jwk-set+json")
    public Response keySet() {
        CacheControl cache = new CacheControl();
        cache.setMaxAge(Math.toIntExact(MAX_AGE.toSeconds()));
        cache.setNoTransform(false);
        return Response.ok(keys.json()).cacheControl(cache).build();
    }
}
