package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.smallrye.mutiny.Uni;

/** Every key that was ever used and the event that it stands for. All calls fail with {@link UnavailableException}. */
public interface Reservations {

    /**
     * Reserves both keys for an event, or neither.
     *
     * @param keys the request's keys
     * @param reservation the event, pending
     * @return whether both were free
     */
    Uni<Boolean> reserve(Keys keys, Reservation reservation);

    /**
     * Looks up what keys stand for.
     *
     * @param keys the request's keys
     * @return their holders
     */
    Uni<Holders> holders(Keys keys);

    /**
     * Lets another {@code webhook-id} stand for an event too.
     *
     * @param keys the request's keys
     * @param eventId the event
     * @return whether the {@code webhook-id} was free
     */
    Uni<Boolean> bind(Keys keys, String eventId);

    /**
     * How far reservations have come.
     *
     * @param partnerId the partner
     * @return the number of its newest reservation, 0 before the first
     */
    Uni<Long> last(PartnerId partnerId);

    /**
     * Tells whether some event is reserved and not known to be in Kafka.
     *
     * @param partnerId the partner
     * @param last the newest reservation to look at
     * @return true if one is open; words about the feed itself are not looked at
     */
    Uni<Boolean> openUpTo(PartnerId partnerId, long last);

    /**
     * Forgets the key of what is sealed in an event, whether Kafka has the event or not.
     *
     * @param partnerId the partner
     * @param factKey under which the event is known
     * @return whether there is such an event
     */
    Uni<Boolean> forgetKey(PartnerId partnerId, String factKey);

    /**
     * Notes that Kafka has an event.
     *
     * @param eventId the event
     * @return whether it was not noted before
     */
    Uni<Boolean> markDone(String eventId);
}
