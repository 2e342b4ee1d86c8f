package io.latchkey.decision.app;

import io.smallrye.mutiny.Uni;

/** What waits in the queues behind this service. */
public interface Backlog {

    /**
     * The longer one of the queues of token-issuer and device-gateway.
     *
     * @return records that its consumer group has not taken, as they were a second ago at most; fails if one of them
     *     cannot be read
     */
    Uni<Long> records();
}
