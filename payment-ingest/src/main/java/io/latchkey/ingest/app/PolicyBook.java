package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** The policies that are kept, at hand for every activation; whoever looks often keeps it up with other instances. */
@ApplicationScoped
public class PolicyBook {

    /** An announcement in flight is done long before. */
    private static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(5);

    private final PartnerRegister register;
    private final AnnouncePartners announcePartners;
    private volatile Map<PartnerId, Policies> pages = Map.of();

    PolicyBook(PartnerRegister register, AnnouncePartners announcePartners) {
        this.register = register;
        this.announcePartners = announcePartners;
    }

    /**
     * The policies of a partner, as far as they were known at the last reading.
     *
     * @param id the partner
     * @return its policies
     */
    public Policies of(PartnerId id) {
        return pages.getOrDefault(id, Policies.NONE);
    }

    /**
     * Reads all anew.
     *
     * @return completes when {@link #of} knows what was kept before; fails with {@link UnavailableException}
     */
    public Uni<Void> read() {
        return register.policies().invoke(found -> pages = found).replaceWithVoid();
    }

    /**
     * Reads what other instances kept meanwhile, and announces what somebody kept and could not announce.
     *
     * @return completes when it is up to date; fails with {@link UnavailableException}
     */
    public Uni<Void> keepUp() {
        return register.count(ANNOUNCED_WITHIN).chain(count -> {
            Uni<Void> read = count.versions() == known() ? Uni.createFrom().voidItem() : read();
            // At the start others see to that, for as long as it takes.
            return count.late() > 0 && announcePartners.isDone() ? read.chain(announcePartners::announce) : read;
        });
    }

    private long known() {
        return pages.values().stream()
                .mapToLong(policies -> policies.versions().size())
                .sum();
    }
}
