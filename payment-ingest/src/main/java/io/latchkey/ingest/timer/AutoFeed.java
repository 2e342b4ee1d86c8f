package io.latchkey.ingest.timer;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.CompleteFeed;
import io.latchkey.ingest.app.FeedGapException;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.KitConfig;
import io.latchkey.kit.clock.AfterClockMove;
import io.latchkey.kit.clock.BusinessClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Says for partners with the feed {@code auto} that their feed is complete, on a local stack only: there is no bank behind
 * it that could still hold a payment back. It speaks after each move of the clock, before this service shows the new
 * time; and it looks every second and speaks when business time has gone on by some minutes, so that an idle stack does
 * not fill the topic, and when a day may have begun: what falls due with it need not wait.
 */
@ApplicationScoped
class AutoFeed implements AfterClockMove {

    private static final Logger LOG = Logger.getLogger(AutoFeed.class);
    private static final Duration STEP = Duration.ofMinutes(5);

    /** Wherever it is, a day begins with a quarter of an hour of UTC. */
    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

    private final Partners partners;
    private final CompleteFeed feed;
    private final BusinessClock clock;
    private final KitConfig config;
    private final Map<PartnerId, Instant> said = new ConcurrentHashMap<>();
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("auto-feed").factory());

    AutoFeed(Partners partners, CompleteFeed feed, BusinessClock clock, KitConfig config) {
        this.partners = partners;
        this.feed = feed;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.localClock()) {
            var unused = hand.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        hand.shutdownNow();
    }

    private void turn() {
        Instant now = clock.now();
        for (PartnerId id : partnersToSpeakFor()) {
            if (isTime(said.getOrDefault(id, Instant.EPOCH), now)) {
                try {
                    say(id, now);
                } catch (RuntimeException e) { // whatever it is, the next turn tries again
                    LOG.warnf("Feed not declared complete yet partner=%s reason=%s", id, e);
                }
            }
        }
    }

    static boolean isTime(Instant said, Instant now) {
        return !said.plus(STEP).isAfter(now) || quarter(now) > quarter(said);
    }

    private static long quarter(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), QUARTER_SECONDS);
    }

    /**
     * A gap does not hold the clock up: until its sender closes it that partner's feed is not complete, on a stack whose
     * clock is moved as on any other. Without Kafka or the database there is no time to show.
     */
    @Override
    public void catchUp() {
        Instant now = clock.now();
        for (PartnerId id : partnersToSpeakFor()) {
            try {
                say(id, now);
            } catch (FeedGapException e) {
                LOG.warnf("Feed not complete at the new time partner=%s reason=%s", id, e);
            }
        }
    }

    private List<PartnerId> partnersToSpeakFor() {
        return partners.all().stream()
                .filter(partner -> partner.terms().feed() == Partner.Feed.AUTO)
                .map(Partner::id)
                .toList();
    }

    private void say(PartnerId id, Instant now) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> feed.through(id, now));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("interrupted while the feed was declared complete", e);
        }
        said.merge(id, now, (one, other) -> one.isAfter(other) ? one : other);
    }
}
