package io.latchkey.ingest.seed;

import io.latchkey.ingest.app.AnnouncePartners;
import io.latchkey.ingest.app.PartnerBook;
import io.latchkey.ingest.app.PolicyBook;
import io.latchkey.ingest.app.UnavailableException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Refuses to start with partners that cannot be; announces the others, for as long as Kafka is away. */
@ApplicationScoped
class SeedAtStart {

    private static final Logger LOG = Logger.getLogger(SeedAtStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final AnnouncePartners announcePartners;
    private final PartnerBook partners;
    private final PolicyBook policies;

    SeedAtStart(AnnouncePartners announcePartners, PartnerBook partners, PolicyBook policies) {
        this.announcePartners = announcePartners;
        this.partners = partners;
        this.policies = policies;
    }

    void start(@Observes StartupEvent event) {
        await(partners::read);
        await(announcePartners::keep);
        await(policies::read);
        announceAtLast();
    }

    private void announceAtLast() {
        Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> await(announcePartners::announce))
                .onFailure(UnavailableException.class)
                .invoke(e -> LOG.warn("Partners not announced yet, trying again", e))
                .onFailure(UnavailableException.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> LOG.debug("Partners announced"), e -> LOG.error("Partners cannot be announced", e));
    }

    /** On a Vert.x context, which the database's sessions demand, while this thread waits. */
    private static void await(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("interrupted at start", e);
        }
    }
}
