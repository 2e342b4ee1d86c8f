package io.latchkey.decision.app;

import io.latchkey.events.PartnerEvent;
import io.latchkey.events.PartnerEvent.PartnerChanged;
import io.latchkey.events.PartnerEvent.PartnerRegistered;
import io.latchkey.events.PartnerEvent.PolicyPublished;
import io.latchkey.kit.work.InTurn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what partners say of themselves and their policies. Loans that waited for a policy begin at their next turn. */
@ApplicationScoped
public class ReadPartners {

    private final Loans loans;

    ReadPartners(Loans loans) {
        this.loans = loans;
    }

    /**
     * Reads.
     *
     * @param batch what one poll brought
     * @return completes after the commit
     */
    public Uni<Void> on(Batch<PartnerEvent> batch) {
        return loans.inTransaction(transaction -> transaction
                .consumed(batch.next().keySet())
                .chain(consumed -> InTurn.each(batch.beyond(consumed), one -> keep(transaction, one.event())))
                .chain(() -> transaction.advance(batch.next())));
    }

    private static Uni<Void> keep(Loans.Transaction transaction, PartnerEvent event) {
        return switch (event) {
            case PartnerRegistered registered -> transaction.keep(registered.partnerId(), registered.profile());
            case PartnerChanged changed -> transaction.keep(changed.partnerId(), changed.profile());
            case PolicyPublished published -> transaction.keep(published.partnerId(), published.policy());
        };
    }
}
