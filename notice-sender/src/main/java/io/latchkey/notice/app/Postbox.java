package io.latchkey.notice.app;

import io.smallrye.mutiny.Uni;

/** The way out. */
public interface Postbox {

    /**
     * Hands a letter over.
     *
     * @param envelope the letter
     * @return true if the mail server took it, false if it refused the address or the letter for good; fails if the server
     *     is away or wants it later, and then the same letter may be handed over again. No failure names the address
     */
    Uni<Boolean> take(Envelope envelope);
}
