package io.latchkey.ingest.timer;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.CompleteFeed;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.KitConfig;
import io.latchkey.kit.clock.BusinessClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Says for partners with the feed {@code auto} that their feed is complete, on a local stack only: there is no bank behind
 * it that could still hold a payment back. It looks every second and speaks when business time has moved on by some
 * minutes, so that an idle stack does not fill the topic.
 */
@ApplicationScoped
class AutoFeed {

    private static final Logger LOG = Logger.getLogger(AutoFeed.class);
    private static final Duration STEP = Duration.ofMinutes(5);

    private final Partners partners;
    private final CompleteFeed feed;
    private final BusinessClock clock;
    private final KitConfig config;
    private final Map<PartnerId, Instant> said = new HashMap<>();
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
        partners.all().stream()
                .filter(partner -> partner.feed() == Partner.Feed.AUTO)
                .map(Partner::id)
                .filter(id -> !said.getOrDefault(id, Instant.EPOCH).plus(STEP).isAfter(now))
                .forEach(id -> say(id, now));
    }

    private void say(PartnerId id, Instant now) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> feed.through(id, now));
            said.put(id, now);
        } catch (Throwable e) { // declared so by the framework; the next turn tries again
            LOG.warnf("Feed not declared complete yet partner=%s reason=%s", id, e);
        }
    }
}
