package io.latchkey.notice.app;

import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.notice.app.Outcome.Reason;
import io.latchkey.notice.domain.MessageId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** A letter that a server had taken came back: the notice did not reach the borrower after all. */
@ApplicationScoped
public class ReportBounce {

    private static final Logger LOG = Logger.getLogger(ReportBounce.class);

    private final Receipts receipts;
    private final BusinessClock business;
    private final SystemClock system;
    private final MeterRegistry metrics;

    ReportBounce(Receipts receipts, BusinessClock business, SystemClock system, MeterRegistry metrics) {
        this.receipts = receipts;
        this.business = business;
        this.system = system;
        this.metrics = metrics;
    }

    /**
     * Publishes that a notice failed.
     *
     * @param letter which one came back
     * @return completes when the receipt is safe; fails with {@link UnavailableException}
     */
    public Uni<Void> on(MessageId letter) {
        return receipts.tryToPublish(Proof.bounced(letter, business.now(), system.now()))
                .invoke(() -> {
                    metrics.counter("latchkey.notices", "outcome", Reason.BOUNCED.wireName())
                            .increment();
                    LOG.infof("Letter came back loanId=%s partner=%s", letter.loanId(), letter.partnerId());
                });
    }
}
