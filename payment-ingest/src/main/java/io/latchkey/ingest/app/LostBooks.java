package io.latchkey.ingest.app;

import io.latchkey.events.PartnerEvent;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Content;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The database while it is built again; callers wait. */
public interface LostBooks {

    /**
     * Builds it again if it knows neither an event nor a partner; all of it is kept, or nothing.
     *
     * @param work writes what there is to know
     * @return whether it was empty
     */
    boolean fillIfEmpty(Consumer<Pen> work);

    /** Writes. What is written twice stands once. */
    interface Pen {

        /**
         * Notes what everyone was told of partners.
         *
         * @param announcements in the order in which they were told
         */
        void announced(List<Announcement> announcements);

        /**
         * Notes what was accepted.
         *
         * @param accepted events that Kafka has
         */
        void accepted(List<Known> accepted);
    }

    /**
     * An accepted event, and what a repetition of it must say.
     *
     * @param partnerId who sent it
     * @param factKey under which it is known
     * @param event the event
     * @param content as far as the event tells
     */
    record Known(PartnerId partnerId, String factKey, AcceptedEvent event, Content content) {}

    /**
     * What everyone was told.
     *
     * @param id its {@code ce_id}
     * @param event what was told
     * @param time when it was kept
     */
    record Announcement(String id, PartnerEvent event, Instant time) {}
}
