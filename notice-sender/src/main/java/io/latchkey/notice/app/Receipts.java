package io.latchkey.notice.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;

/** Where it is proved what became of notices. */
public interface Receipts {

    /**
     * Publishes a receipt, and keeps trying.
     *
     * @param receipt an event that carries it
     * @return completes when it is safe
     */
    Uni<Void> publish(OutgoingEvent receipt);

    /**
     * Publishes a receipt, or fails.
     *
     * @param receipt an event that carries it
     * @return completes when it is safe; fails with {@link UnavailableException} if Kafka does not confirm it in time
     */
    Uni<Void> tryToPublish(OutgoingEvent receipt);
}
