package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.domain.Partner;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Tells everyone of partners and policies that are new or changed, and of nothing else. */
@ApplicationScoped
public class AnnouncePartners {

    private static final Logger LOG = Logger.getLogger(AnnouncePartners.class);

    private final Partners partners;
    private final PartnerRegister register;
    private final PartnerTopic topic;
    private final AtomicBoolean done = new AtomicBoolean();

    AnnouncePartners(Partners partners, PartnerRegister register, PartnerTopic topic) {
        this.partners = partners;
        this.register = register;
        this.topic = topic;
    }

    /**
     * Keeps what is new.
     *
     * @return completes when all is kept; fails with {@link PolicyChangedException} if a version has changed
     */
    public Uni<Void> keep() {
        return Multi.createFrom()
                .iterable(partners.all())
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> keep(Partner partner) {
        Uni<Void> policies = Multi.createFrom()
                .iterable(partner.policies())
                .onItem()
                .transformToUniAndConcatenate(policy ->
                        register.keep(partner.id(), policy).invoke(first -> demandSame(partner.id(), first, policy)))
                .onItem()
                .ignoreAsUni();
        return register.keep(partner.id(), partner.profile()).chain(() -> policies);
    }

    private static void demandSame(PartnerId partner, Policy first, Policy now) {
        if (!first.equals(now)) {
            throw new PolicyChangedException(partner, now);
        }
    }

    /**
     * Publishes what is kept and was not announced yet, also what a crash left behind.
     *
     * @return completes when Kafka has all of it; fails with {@link UnavailableException}
     */
    public Uni<Void> announce() {
        return register.pending()
                .chain(pending -> topic.publish(pending).chain(() -> Multi.createFrom()
                        .iterable(pending)
                        .onItem()
                        .transformToUniAndConcatenate(one -> register.markDone(one)
                                .invoke(() -> LOG.infof(
                                        "Partner announced eventId=%s partner=%s",
                                        one.id(), one.event().partnerId())))
                        .onItem()
                        .ignoreAsUni()))
                .invoke(() -> done.set(true));
    }

    /**
     * Tells whether all was announced since the start.
     *
     * @return true when it was
     */
    public boolean isDone() {
        return done.get();
    }
}
