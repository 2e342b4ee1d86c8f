package io.latchkey.decision.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What is committed and not yet known to be published. */
public interface Outbox {

    /**
     * What has waited longest in the partitions that this instance owns.
     *
     * @param ofEach how many of a partition at most
     * @return events in the order in which they are to be published
     */
    Uni<Waiting> oldest(int ofEach);

    /**
     * Looks, among those that have waited longest in our partitions, for words that this process did not write: left by a
     * dead owner, or by an instance that read a report.
     *
     * @return true if there are any
     */
    Uni<Boolean> holdsWordsOfOthers();

    /**
     * Looks for words in any partition, whoever owns it.
     *
     * @return true if all that was ever committed is published
     */
    Uni<Boolean> isEmpty();

    /**
     * Forgets events that Kafka has.
     *
     * @param eventIds their ids
     * @return completes when they are gone
     */
    Uni<Void> remove(List<String> eventIds);

    /**
     * What waits.
     *
     * @param events those that have waited longest
     * @param isAll whether nothing else waits
     */
    record Waiting(List<OutgoingEvent> events, boolean isAll) {

        /** Copies the events. */
        public Waiting {
            events = List.copyOf(events);
        }
    }
}
