package io.latchkey.ingest.app;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Fact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Erases a borrower's personal data: it is sealed wherever it is kept, the topics that keep everything included, and goes with
 * its loan's key. From then on nobody can be told anything about the loan, so nothing that has to be told first is taken.
 *
 * <p><b>Source:</b> the right to erasure, as in article 17 of the GDPR and section 40 of Kenya's Data Protection Act.
 */
@ApplicationScoped
public class ErasePersonalData {

    private static final Logger LOG = Logger.getLogger(ErasePersonalData.class);

    private final Reservations reservations;
    private final LoanKeys loanKeys;

    ErasePersonalData(Reservations reservations, LoanKeys loanKeys) {
        this.reservations = reservations;
        this.loanKeys = loanKeys;
    }

    /**
     * Erases.
     *
     * @param partnerId the partner
     * @param loanId one of its loans
     * @return whether there is such a loan, once Kafka has the word; fails with {@link UnavailableException}, and then the same
     *     may be asked again
     */
    public Uni<Boolean> of(PartnerId partnerId, LoanId loanId) {
        // What is not published yet must not bring the key again.
        return reservations
                .forgetKey(partnerId, Fact.Activation.keyOf(loanId))
                .call(known -> known ? loanKeys.erase(loanId) : Uni.createFrom().voidItem())
                .invoke(known ->
                        LOG.infof("Personal data erased partner=%s loanId=%s known=%b", partnerId, loanId, known));
    }
}
