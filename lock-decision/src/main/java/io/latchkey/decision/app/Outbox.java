package io.latchkey.decision.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What is committed and not yet known to be published. */
public interface Outbox {

    /**
     * What has waited longest in the partitions that this instance owns.
     *
     * @param limit how many at most
     * @return events in the order in which they are to be published
     */
    Uni<List<OutgoingEvent>> oldest(int limit);

    /**
     * Looks for words in our partitions that this process did not write: left by a dead owner, or by an instance that
     * read a report.
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
}
