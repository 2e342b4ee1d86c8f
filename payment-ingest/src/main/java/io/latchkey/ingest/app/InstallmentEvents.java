package io.latchkey.ingest.app;

import io.smallrye.mutiny.Uni;

/** The topic of facts about loans. */
@FunctionalInterface
public interface InstallmentEvents {

    /**
     * Publishes an event; before it, on {@code loan-keys}, the key of what is sealed in it.
     *
     * @param event the event
     * @return completes when Kafka has it on all replicas in sync; fails with {@link UnavailableException}
     */
    Uni<Void> publish(AcceptedEvent event);
}
