package io.latchkey.ingest.app;

import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyFault;
import io.latchkey.events.policy.PolicyReading;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Publishes the next version of a policy, unless the newest one says the same: so a request that is sent again has the
 * outcome of the first one. Loans keep the version that they were signed under.
 */
@ApplicationScoped
public class PublishPolicy {

    private static final Logger LOG = Logger.getLogger(PublishPolicy.class);

    private final PartnerRegister register;
    private final KeepPolicy keepPolicy;
    private final AnnouncePartners announcePartners;
    private final PolicyBook book;

    PublishPolicy(PartnerRegister register, KeepPolicy keepPolicy, AnnouncePartners announcePartners, PolicyBook book) {
        this.register = register;
        this.keepPolicy = keepPolicy;
        this.announcePartners = announcePartners;
        this.book = book;
    }

    /**
     * Publishes a policy.
     *
     * @param partner whose it is
     * @param document what came of reading it; its version is not looked at
     * @return what became of it, once Kafka has it and this instance knows it; fails with {@link UnavailableException},
     *     and then the same may be sent again
     */
    public Uni<Publication> publish(Partner partner, PolicyReading document) {
        if (document.policy().isEmpty() || !document.faults().isEmpty()) {
            return Uni.createFrom().item(new Publication.Refused(keepPolicy.faults(partner, document)));
        }
        return publish(partner, document.policy().get());
    }

    private Uni<Publication> publish(Partner partner, Policy draft) {
        return register.policies(partner.id()).chain(kept -> {
            Optional<Policy> newest = new Policies(kept).newest(draft.name());
            Optional<Policy> same = newest.filter(policy -> policy.equals(draft.asVersion(policy.version())));
            if (same.isPresent()) {
                return announced(new Publication.Unchanged(same.get()));
            }
            List<PolicyFault> breaches = keepPolicy.breaches(partner, draft);
            return breaches.isEmpty()
                    ? keep(partner, draft.asVersion(newest.map(Policy::version).orElse(0) + 1))
                    : Uni.createFrom().item(new Publication.Refused(breaches));
        });
    }

    private Uni<Publication> keep(Partner partner, Policy next) {
        return keepPolicy.keep(partner, next).chain(first -> {
            if (!first.equals(next)) {
                // Somebody else took the number since we looked.
                return publish(partner, next);
            }
            LOG.infof("Policy published partner=%s policy=%s version=%d", partner.id(), next.name(), next.version());
            return announced(new Publication.Published(next));
        });
    }

    private Uni<Publication> announced(Publication publication) {
        return announcePartners.announce().chain(book::read).replaceWith(publication);
    }
}
