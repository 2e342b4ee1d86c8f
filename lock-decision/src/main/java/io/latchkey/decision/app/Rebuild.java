package io.latchkey.decision.app;

import io.latchkey.events.Topic;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Builds a lost database again from the topics. Facts, requests, enrollments and receipts are taken up as they stand there;
 * what was decided on them is not decided anew but taken from the decisions on record, and what handsets were told from
 * the intents. Nothing is published while that is read. Then every loan is decided once: what had been decided and never
 * published shows itself by that, and is published when the service starts.
 *
 * <p>Few things are not as they were: a handset's words are relayed with the partition of the loan that governs it now, where
 * that is another one than the first; the newest hour of a cap counts its fleet anew; a place in an hour, or a batch, that
 * was used by a decision which was never published is free again. Reports of handsets are read again from where the broker
 * was told that they had been taken.
 */
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final Loans loans;
    private final ReadPartners readPartners;
    private final Archive archive;
    private final RebuildStore store;
    private final BusinessClock clock;
    private final SystemClock systemClock;

    Rebuild(
            Loans loans,
            ReadPartners readPartners,
            Archive archive,
            RebuildStore store,
            BusinessClock clock,
            SystemClock systemClock) {
        this.loans = loans;
        this.readPartners = readPartners;
        this.archive = archive;
        this.store = store;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /**
     * Rebuilds if the database is empty and the topics are not; to be called before anything is read or judged. Of several
     * instances one rebuilds, and the others wait.
     */
    public void ifNeeded() {
        if (store.isEmpty() && archive.holds(Topic.LOAN_DECISIONS)) {
            store.alone(() -> {
                if (store.isEmpty()) {
                    run();
                }
            });
        }
    }

    /** Removes what the database holds, and rebuilds it; until it is complete, the next start begins anew. */
    public void run() {
        Instant begun = systemClock.now();
        LOG.info("The database holds no loan, the topics do: it is built again from them");
        store.clear();
        new Reading(loans, readPartners, archive, store, clock.now(), systemClock).all();
        LOG.infof(
                "The database is built again millis=%d",
                Duration.between(begun, systemClock.now()).toMillis());
    }
}
