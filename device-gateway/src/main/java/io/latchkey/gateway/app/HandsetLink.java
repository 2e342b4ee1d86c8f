package io.latchkey.gateway.app;

import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.gateway.domain.HandsetToken;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** The way to handsets. */
public interface HandsetLink {

    /**
     * Publishes tokens, retained, and keeps trying.
     *
     * @param tokens one a device
     * @return completes when the broker has confirmed all of them
     */
    Uni<Void> publish(List<HandsetToken> tokens);

    /**
     * Tells handsets which of their reports are safe.
     *
     * @param seqs by enrollment
     * @return completes when the broker has confirmed all of them; fails if it is away, and then handsets send again
     */
    Uni<Void> acknowledge(Map<HandsetName, List<Long>> seqs);
}
