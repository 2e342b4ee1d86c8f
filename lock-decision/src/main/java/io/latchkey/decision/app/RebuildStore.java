package io.latchkey.decision.app;

import io.latchkey.decision.domain.LoanEvent.Rebuilt;
import io.latchkey.events.FleetDecision;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database while it is built again; callers wait. */
public interface RebuildStore {

    /**
     * Runs something while no other instance rebuilds; waits for one that does.
     *
     * @param work what to do
     */
    void alone(Runnable work);

    /**
     * Tells whether the database was never decided with, or whether a rebuild of it was not completed.
     *
     * @return true if it knows no event of a loan
     */
    boolean isEmpty();

    /** Removes everything that follows from the topics, so that a rebuild begins anew. */
    void clear();

    /**
     * Notes since when loans wait, and money.
     *
     * @param decisions on record
     */
    void date(List<LoanDecision> decisions);

    /**
     * Notes brakes and batches.
     *
     * @param decisions on record, those of a partner in order
     */
    void note(List<FleetDecision> decisions);

    /**
     * Notes what handsets were told; of several words the newest stands.
     *
     * @param intents on record
     */
    void told(List<LockIntent> intents);

    /** Gives each handset to the loan that governs it; whoever is read from now on stands where it stood. */
    void govern();

    /**
     * The loans with terms, by pages.
     *
     * @param after the last one of the page before, or nothing for the first
     * @param limit how many at most
     * @return the next ones, in order
     */
    List<Rebuilt> contracts(Optional<LoanId> after, int limit);

    /**
     * Completes the rebuild: from now on the database is as good as the one that was lost.
     *
     * @param marks how far the topics were read
     * @param hours the newest hour of each partner in which something was taken
     */
    void complete(Map<Source, Long> marks, Collection<PlacesUsed.Hour> hours);
}
