package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.domain.Partner;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Tells everyone of partners and policies that are new or changed, and of nothing else. */
@ApplicationScoped
public class AnnouncePartners {

    private static final Logger LOG = Logger.getLogger(AnnouncePartners.class);

    private final Partners partners;
    private final PartnerRegister register;
    private final PartnerTopic topic;
    private final KeepPolicy keepPolicy;
    private final AtomicBoolean done = new AtomicBoolean();

    AnnouncePartners(Partners partners, PartnerRegister register, PartnerTopic topic, KeepPolicy keepPolicy) {
        this.partners = partners;
        this.register = register;
        this.topic = topic;
        this.keepPolicy = keepPolicy;
    }

    /**
     * Keeps what is new, or nothing at all. A policy that is kept already stays, whatever the law has become meanwhile:
     * loans were signed under it, and lock-decision holds them to the law of the day.
     *
     * @return completes when all is kept; fails with {@link PolicyChangedException} if a version has changed, with
     *     {@link PolicyRefusedException} if a new one is harsher than the pack of its jurisdiction
     */
    public Uni<Void> keep() {
        return inTurn(partners.all(), partner -> register.policies(partner.id()).map(kept -> refusals(partner, kept)))
                .map(found -> found.stream().flatMap(List::stream).toList())
                .invoke(lines -> {
                    if (!lines.isEmpty()) {
                        throw new PolicyRefusedException(lines);
                    }
                })
                .chain(() -> inTurn(partners.all(), this::keep))
                .replaceWithVoid();
    }

    private List<String> refusals(Partner partner, List<Policy> kept) {
        return partner.policies().stream()
                .filter(offered -> kept.stream().noneMatch(one -> sameVersion(one, offered.policy())))
                .flatMap(offered ->
                        keepPolicy.breaches(partner, offered.policy()).stream().map(offered::lineFor))
                .toList();
    }

    private static boolean sameVersion(Policy one, Policy other) {
        return one.name().equals(other.name()) && one.version() == other.version();
    }

    private Uni<Void> keep(Partner partner) {
        Uni<List<Policy>> policies = inTurn(partner.policies(), offered -> {
            Policy policy = offered.policy();
            return keepPolicy.keep(partner, policy).invoke(first -> demandSame(partner.id(), first, policy));
        });
        return register.keep(partner.id(), partner.profile())
                .chain(() -> policies)
                .replaceWithVoid();
    }

    private static <A, B> Uni<List<B>> inTurn(Iterable<A> all, Function<A, Uni<B>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList();
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
