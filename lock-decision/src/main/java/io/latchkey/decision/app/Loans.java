package io.latchkey.decision.app;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.Policy;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where loans and all that belongs to them are kept. */
public interface Loans {

    /**
     * Works in one transaction: all of it is kept, or nothing.
     *
     * @param work what to do
     * @param <T> what it comes to
     * @return that, after the commit
     */
    <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work);

    /**
     * Looks for work of the clock, without locks.
     *
     * @param now business time
     * @return true if a loan is due, or waits for what has come meanwhile
     */
    Uni<Boolean> anyDue(Instant now);

    /**
     * Looks ahead.
     *
     * @return the earliest deadline of all loans, or nothing if time alone changes none
     */
    Uni<Optional<Instant>> nextDeadline();

    /** What can be done within one transaction. */
    interface Transaction {

        /**
         * How far partitions were consumed; locks these marks.
         *
         * @param sources the partitions
         * @return the next offset of each that was consumed before
         */
        Uni<Map<Source, Long>> consumed(Set<Source> sources);

        /**
         * Notes how far partitions are consumed with this commit.
         *
         * @param next the next offset of each
         * @return completes when noted
         */
        Uni<Void> advance(Map<Source, Long> next);

        /**
         * Notes how far feeds are complete; a mark never goes back.
         *
         * @param watermarks of any partners and partitions
         * @return completes when they are noted
         */
        Uni<Void> complete(List<Batch.Watermark> watermarks);

        /**
         * Loads and locks what a batch may touch: loans in the order of their ids, then their handsets.
         *
         * @param reach what its events name
         * @return what is known of that
         */
        Uni<Docket> open(Reach reach);

        /**
         * Loads and locks loans whose turn has come, the longest due first, and then those that waited for a policy or a
         * handset in vain until now. What another transaction holds is passed over.
         *
         * @param now business time
         * @param limit how many at most
         * @return the loans and all that belongs to them
         */
        Uni<DueDocket> openDue(Instant now, int limit);

        /**
         * Keeps what was decided.
         *
         * @param docket verdicts on what this transaction opened
         * @param now business time
         * @return completes when written
         */
        Uni<Void> keep(Docket docket, Instant now);

        /**
         * Keeps what is to be published after the commit.
         *
         * @param events in the order in which they are to be published
         * @return completes when written
         */
        Uni<Void> append(List<OutgoingEvent> events);

        /**
         * Keeps how a partner presents itself now.
         *
         * @param partnerId the partner
         * @param profile its profile
         * @return completes when written
         */
        Uni<Void> keep(PartnerId partnerId, PartnerProfile profile);

        /**
         * Keeps a policy; a version that is known stays as it is.
         *
         * @param partnerId the partner
         * @param policy one version
         * @return completes when written
         */
        Uni<Void> keep(PartnerId partnerId, Policy policy);
    }
}
