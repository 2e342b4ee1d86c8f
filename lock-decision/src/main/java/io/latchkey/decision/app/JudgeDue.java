package io.latchkey.decision.app;

import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges by the clock the loans whose turn has come. This alone takes something from borrowers, in small portions, and
 * on everything that Kafka held of payments when the turn began.
 */
@ApplicationScoped
public class JudgeDue {

    /** How many loans one turn takes at most. */
    public static final int PORTION = 50;

    private final Loans loans;
    private final Feed feed;
    private final BusinessClock businessClock;
    private final SystemClock systemClock;
    private final Aftermath aftermath;

    JudgeDue(Loans loans, Feed feed, BusinessClock businessClock, SystemClock systemClock, Aftermath aftermath) {
        this.loans = loans;
        this.feed = feed;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
        this.aftermath = aftermath;
    }

    /**
     * Takes one turn.
     *
     * @return how many loans were judged; fewer than {@link #PORTION} if no more are due
     */
    public Uni<Integer> turn() {
        Instant now = businessClock.now();
        return loans.anyDue(now)
                .chain(due -> due
                        ? feed.caughtUp().chain(() -> judge(now))
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> judge(Instant now) {
        Instant seenAt = systemClock.now();
        return loans.inTransaction(transaction ->
                        transaction.openDue(now, PORTION).chain(due -> keep(transaction, due, now, seenAt)))
                .invoke(outcome -> aftermath.of(outcome.announcements()))
                .map(Outcome::loans);
    }

    private static Uni<Outcome> keep(Loans.Transaction transaction, DueDocket due, Instant now, Instant seenAt) {
        List<OutgoingEvent> announcements = new ArrayList<>();
        for (DueDocket.Turn turn : due.turns()) {
            Cause cause = new Cause(turn.id(), TraceParent.root(), seenAt);
            announcements.addAll(Announcements.of(due.docket().decide(turn.event(), now), cause, now));
        }
        return transaction
                .keep(due.docket(), now)
                .chain(() -> transaction.append(announcements))
                .replaceWith(new Outcome(announcements, due.turns().size()));
    }

    private record Outcome(List<OutgoingEvent> announcements, int loans) {}
}
