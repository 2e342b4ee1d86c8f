package io.latchkey.decision.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What is committed and not yet known to be published. */
public interface Outbox {

    /**
     * What has waited longest.
     *
     * @param limit how many at most
     * @return events in the order in which they are to be published
     */
    Uni<List<OutgoingEvent>> oldest(int limit);

    /**
     * Forgets events that Kafka has.
     *
     * @param eventIds their ids
     * @return completes when they are gone
     */
    Uni<Void> remove(List<String> eventIds);
}
