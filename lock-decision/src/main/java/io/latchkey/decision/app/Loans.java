package io.latchkey.decision.app;

import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

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
     * Looks for work of the clock in the partitions that this instance owns, without locks.
     *
     * @param now business time
     * @param systemNow system time; what was put off until later is left out
     * @param limit how many at most
     * @return loans that are due, the longest due first; then those that waited for a policy or a handset in vain until
     *     now; then those whose feed has come as far as they need and whose brake is off, or whose batch was released
     */
    Uni<List<LoanId>> due(Instant now, Instant systemNow, int limit);

    /**
     * Counts the work of the clock in all partitions, whoever owns them. A loan that needs what has not come is none.
     *
     * @param now business time
     * @param systemNow system time; what was put off until later is left out
     * @return how many loans are due, or wait for what has come meanwhile
     */
    Uni<Long> countDue(Instant now, Instant systemNow);

    /**
     * Counts what others have to say before loans go on: that something was told, by receipts of its channel and reports
     * of screens; and that a feed is complete.
     *
     * @return how many loans and handsets
     */
    Uni<Long> countUntold();

    /**
     * Looks ahead.
     *
     * @param now business time
     * @return the earliest deadline of all loans after that, or nothing if time alone changes none
     */
    Uni<Optional<Instant>> nextDeadline(Instant now);

    /**
     * Puts a loan's turn off, until something is decided about it or the time has come.
     *
     * @param loanId the loan
     * @param retryAt tells, from how often its turn failed in a row, the system time of its next one
     * @return how often it failed, with this time
     */
    Uni<Integer> putOff(LoanId loanId, IntFunction<Instant> retryAt);

    /**
     * Notes how far partitions are consumed where nothing else is to be kept.
     *
     * @param next the next offset of each; none goes back
     * @return completes when it is noted
     */
    Uni<Void> advance(Map<Source, Long> next);

    /**
     * Reads handsets without locks.
     *
     * @param deviceIds any handsets
     * @return those that are known
     */
    Uni<List<Handset>> handsets(Set<DeviceId> deviceIds);

    /**
     * Reads whose loans are.
     *
     * @param loanIds any loans
     * @return the partner of each that is known
     */
    Uni<Map<LoanId, PartnerId>> partners(Set<LoanId> loanIds);

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
         * Notes how far partitions are consumed with a commit that decides nothing.
         *
         * @param next the next offset of each; none goes back
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
         * @param now business time
         * @return what is known of that; of feeds and brakes as it was a second ago at most, since nothing is taken here
         */
        Uni<Docket> open(Reach reach, Instant now);

        /**
         * Loads and locks those of the given loans that are still due and ours. What another transaction holds is passed
         * over. What feeds, brakes and caps say is read now; the hours of the partners are locked.
         *
         * @param due loans that were found due
         * @param now business time
         * @return the loans and all that belongs to them
         */
        Uni<DueDocket> openDue(List<LoanId> due, Instant now);

        /**
         * Keeps what was decided, what is to be published after the commit, and how far that has come.
         *
         * @param docket verdicts on what this transaction opened
         * @param announcements their words, in the order in which they are to be published
         * @param intake what is noted of the records that led to it
         * @param now business time
         * @return what stands in the outbox with the commit
         */
        Uni<Commitment> keep(Docket docket, List<OutgoingEvent> announcements, Intake intake, Instant now);

        /**
         * Reads the brakes of our partitions: of all policies that have loans there, and all that are on.
         *
         * @param now business time
         * @return each with what is known of its partner's payments now
         */
        Uni<List<WatchedBrake>> brakes(Instant now);

        /**
         * Keeps brakes that have changed.
         *
         * @param changed the brakes as they are now
         * @param announcements their words
         * @return what stands in the outbox with the commit; fails with {@link BrakeOvertakenException} if somebody
         *     else changed one of them meanwhile
         */
        Uni<Commitment> keepBrakes(List<WatchedBrake> changed, List<OutgoingEvent> announcements);

        /**
         * Keeps approvals, also of batches that are not known (yet); the same supervisor counts once.
         *
         * @param approvals of any partners
         * @param now business time
         * @return the batches that are released by them
         */
        Uni<List<Release>> approve(List<Batch.Approval> approvals, Instant now);

        /**
         * Keeps batches that were opened.
         *
         * @param proposals of any partners, whose hours are locked
         * @param now business time
         * @return those that were approved already, and so are released at once
         */
        Uni<List<Release>> propose(List<Fleet.Proposal> proposals, Instant now);

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
