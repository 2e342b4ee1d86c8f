package io.latchkey.gateway.app;

import io.smallrye.mutiny.Uni;

/** The public keys that sign tokens. */
public interface KeySetSource {

    /**
     * The key set (RFC 7517).
     *
     * @return JSON; fails with {@link KeySetUnavailableException} if it can be had from nowhere
     */
    Uni<String> keySet();
}
