package io.latchkey.ingest.timer;

import io.latchkey.ingest.app.PartnerBook;
import io.latchkey.ingest.app.PolicyBook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every second for partners and policies that came through another instance, or that one could not announce. */
@ApplicationScoped
class News {

    private static final Logger LOG = Logger.getLogger(News.class);

    private final PartnerBook partners;
    private final PolicyBook policies;
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("news").factory());
    private boolean failing;

    News(PartnerBook partners, PolicyBook policies) {
        this.partners = partners;
        this.policies = policies;
    }

    void start(@Observes StartupEvent event) {
        var unused = hand.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        hand.shutdownNow();
    }

    private void turn() {
        try {
            VertxContextSupport.subscribeAndAwait(partners::keepUp);
            VertxContextSupport.subscribeAndAwait(policies::keepUp);
            failing = false;
        } catch (Throwable e) { // declared so by the framework; the next turn tries again
            if (!failing) {
                LOG.warnf("What is new of partners and policies cannot be read or announced for now reason=%s", e);
            }
            failing = true;
        }
    }
}
