package io.latchkey.ingest.app;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The topic of partners. */
@FunctionalInterface
public interface PartnerTopic {

    /**
     * Publishes announcements in their order.
     *
     * @param announcements any number
     * @return completes when Kafka has all of them; fails with {@link UnavailableException}
     */
    Uni<Void> publish(List<Announcement> announcements);
}
