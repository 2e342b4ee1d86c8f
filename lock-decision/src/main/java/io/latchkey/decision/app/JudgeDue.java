package io.latchkey.decision.app;

import io.latchkey.events.LoanId;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.latchkey.kit.work.InTurn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Judges by the clock the loans of our partitions whose turn has come. This alone takes something from borrowers, in
 * small portions, never into long queues, and on everything that Kafka held of payments when the turn began.
 *
 * <p>A loan whose turn fails is judged apart from the others and, if it fails again, put off by system time for longer
 * each time. Whatever is decided about it meanwhile brings its turn back.
 */
@ApplicationScoped
public class JudgeDue {

    private static final Logger LOG = Logger.getLogger(JudgeDue.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    private static final int LONGEST_DELAY_EXPONENT = 10;

    private final Loans loans;
    private final WatchFeeds watchFeeds;
    private final Feed feed;
    private final Meter meter;
    private final Pace pace;
    private final BusinessClock businessClock;
    private final SystemClock systemClock;
    private final Aftermath aftermath;
    private final Chronicle chronicle;

    JudgeDue(
            Loans loans,
            WatchFeeds watchFeeds,
            Feed feed,
            Meter meter,
            Pace pace,
            BusinessClock businessClock,
            SystemClock systemClock,
            Aftermath aftermath,
            Chronicle chronicle) {
        this.loans = loans;
        this.watchFeeds = watchFeeds;
        this.feed = feed;
        this.meter = meter;
        this.pace = pace;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
        this.aftermath = aftermath;
        this.chronicle = chronicle;
    }

    /**
     * Takes one turn.
     *
     * @return how many loans had their turn; 0 if none of ours is due, or while the meter holds them
     */
    public Uni<Integer> turn() {
        Instant now = businessClock.now();
        return watchFeeds
                .look(now)
                .chain(() -> loans.due(now, systemClock.now(), pace.portion()))
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : meter.isOpen()
                                .chain(open -> open
                                        ? turnOf(due, now)
                                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> turnOf(List<LoanId> due, Instant now) {
        return feed.caughtUp()
                .chain(() -> judge(due, now)
                        .onFailure()
                        .invoke(failure -> LOG.warnf(
                                "A turn failed, its loans are judged one by one loans=%d cause=%s",
                                due.size(), failure.toString()))
                        .onFailure()
                        .recoverWithUni(failure -> oneByOne(due, now)))
                .replaceWith(due.size());
    }

    private Uni<Void> oneByOne(List<LoanId> due, Instant now) {
        return InTurn.each(
                due,
                loanId -> judge(List.of(loanId), now).onFailure().recoverWithUni(failure -> putOff(loanId, failure)));
    }

    private Uni<Void> putOff(LoanId loanId, Throwable failure) {
        Instant seenAt = systemClock.now();
        return loans.putOff(loanId, failures -> seenAt.plus(delayAfter(failures)))
                .invoke(failures -> chronicle.turnFailed(loanId, failures, seenAt.plus(delayAfter(failures)), failure))
                .replaceWithVoid();
    }

    /** Ten seconds, twice as long each time, under three hours. */
    static Duration delayAfter(int failures) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(failures - 1, LONGEST_DELAY_EXPONENT));
    }

    private Uni<Void> judge(List<LoanId> due, Instant now) {
        Instant seenAt = systemClock.now();
        return loans.inTransaction(transaction ->
                        transaction.openDue(due, now).chain(docket -> keep(transaction, docket, now, seenAt)))
                .invoke(aftermath::of)
                .replaceWithVoid();
    }

    private static Uni<Commitment> keep(Loans.Transaction transaction, DueDocket due, Instant now, Instant seenAt) {
        List<OutgoingEvent> announcements = new ArrayList<>();
        for (DueDocket.Turn turn : due.turns()) {
            Cause cause = new Cause(turn.id(), TraceParent.root(), seenAt);
            announcements.addAll(Announcements.of(due.docket().decide(turn.event(), now), cause, now));
        }
        return words(transaction, due.docket().fleet(), now, seenAt).chain(words -> {
            announcements.addAll(words);
            return transaction.keep(due.docket(), announcements, Intake.NONE, now);
        });
    }

    /** What found no place is proposed to supervisors; whoever approved it before it was known is heard now. */
    private static Uni<List<OutgoingEvent>> words(
            Loans.Transaction transaction, Fleet fleet, Instant now, Instant seenAt) {
        List<Fleet.Proposal> proposals = fleet.proposals();
        if (proposals.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction.propose(proposals, now).map(releases -> {
            releases.forEach(fleet::release);
            List<OutgoingEvent> words = new ArrayList<>();
            proposals.forEach(one -> words.add(FleetWords.proposed(one, now, seenAt)));
            releases.forEach(one ->
                    words.add(FleetWords.released(one, new Cause(one.batchId(), TraceParent.root(), seenAt), now)));
            return words;
        });
    }
}
