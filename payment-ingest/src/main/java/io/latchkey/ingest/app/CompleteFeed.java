package io.latchkey.ingest.app;

import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.PartnerId;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Says that a partner's feed is complete, and only when it is: a payment that was reserved and is not known to be in
 * Kafka is a gap, whichever instance took it.
 */
@ApplicationScoped
public class CompleteFeed {

    private static final String OWN_WORD = "feed/";
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** A request in flight is done long before; what is still open then was answered 503 and waits for its sender. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Reservations reservations;
    private final InstallmentEvents topic;
    private final SystemClock clock;

    CompleteFeed(Reservations reservations, InstallmentEvents topic, SystemClock clock) {
        this.reservations = reservations;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * Tells whether an event was said on the system's own behalf.
     *
     * @param eventId the event
     * @return true if no partner sent it
     */
    static boolean isOwnWord(String eventId) {
        return eventId.startsWith(OWN_WORD);
    }

    /**
     * Waits until all that was reserved for a partner before is in Kafka.
     *
     * @param partnerId the partner
     * @return fails with {@link FeedGapException} if something stays open
     */
    Uni<Void> demandNoGap(PartnerId partnerId) {
        return reservations.last(partnerId).chain(last -> Uni.createFrom()
                .deferred(() -> reservations.openUpTo(partnerId, last))
                .onItem()
                .delayIt()
                .by(PAUSE)
                .repeat()
                .until(open -> !open)
                .collect()
                .last()
                .ifNoItem()
                .after(PATIENCE)
                .failWith(FeedGapException::new)
                .replaceWithVoid());
    }

    /**
     * Says it on the system's own behalf, for a partner whose feed is kept here.
     *
     * @param partnerId the partner
     * @param through business time
     * @return completes when Kafka has it in every partition; fails with {@link UnavailableException}, with
     *     {@link FeedGapException} if it is not true
     */
    public Uni<Void> through(PartnerId partnerId, Instant through) {
        AcceptedEvent event = new AcceptedEvent(
                OWN_WORD + partnerId + "/" + through,
                new FeedWatermark(partnerId, through),
                through,
                clock.now(),
                TraceParent.root());
        return demandNoGap(partnerId).chain(() -> topic.publish(event));
    }
}
