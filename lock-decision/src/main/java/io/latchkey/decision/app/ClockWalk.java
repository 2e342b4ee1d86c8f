package io.latchkey.decision.app;

import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Walks the business clock of a local stack forward, from deadline to deadline and a day at most a step, so that every
 * loan is judged on the day on which something falls due, as if the time had really passed. Loans in partitions of other
 * instances are judged there; the walk waits for them. Blocks; one walk at a time.
 */
@ApplicationScoped
public class ClockWalk {

    private static final Duration LONGEST_STEP = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Loans loans;
    private final Feed feed;
    private final JudgeDue judgeDue;
    private final Relay relay;
    private final LocalTime localTime;
    private final BusinessClock businessClock;
    private final SystemClock systemClock;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** How many had nothing to say when the walk last waited for them. */
    private long silent;

    ClockWalk(
            Loans loans,
            Feed feed,
            JudgeDue judgeDue,
            Relay relay,
            LocalTime localTime,
            BusinessClock businessClock,
            SystemClock systemClock) {
        this.loans = loans;
        this.feed = feed;
        this.judgeDue = judgeDue;
        this.relay = relay;
        this.localTime = localTime;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /**
     * Walks.
     *
     * @param destination tells, from the time at which the walk begins, where it ends
     * @return false if that lies behind
     */
    public boolean to(Destination destination) {
        turn.lock();
        try {
            Instant begin = businessClock.now();
            Instant end = destination.from(begin);
            if (end.isBefore(begin)) {
                return false;
            }
            judgeAllDue();
            while (businessClock.now().isBefore(end)) {
                step(end);
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void step(Instant end) {
        Instant next = await(loans.nextDeadline(businessClock.now()))
                .filter(deadline -> deadline.isBefore(end))
                .orElse(end);
        Instant tomorrow = businessClock.now().plus(LONGEST_STEP);
        Instant stop = next.isBefore(tomorrow) ? next : tomorrow;
        await(localTime.moveTo(Duration.between(systemClock.now(), stop)));
        // Who keeps a feed has said by now that it is complete through the new time: that word is read before anybody
        // is judged.
        await(feed.caughtUp());
        judgeAllDue();
        if (localTime.isFollowed()) {
            waitForProofs();
        }
    }

    /**
     * Who is told on a day proves it on that day: in a walk a day is over in a moment. Whoever does not answer then, as a
     * handset that is offline, is not waited for again.
     */
    private void waitForProofs() {
        Instant giveUp = systemClock.now().plus(ANSWER);
        long untold = await(loans.countUntold());
        while (untold > silent && systemClock.now().isBefore(giveUp)) {
            await(Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE));
            untold = await(loans.countUntold());
        }
        silent = untold;
        judgeAllDue();
    }

    /** The database says what is due and what is published, also what other instances have to do. */
    private void judgeAllDue() {
        // Also if nothing is due: the brakes are looked at for this moment, and may let something go.
        await(judgeDue.turn());
        long due = countDue();
        Instant giveUp = systemClock.now().plus(PATIENCE);
        while (due > 0) {
            if (await(judgeDue.turn()) == 0) {
                await(Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE));
            }
            long left = countDue();
            if (left != due) {
                giveUp = systemClock.now().plus(PATIENCE);
            } else if (systemClock.now().isAfter(giveUp)) {
                throw new IllegalStateException(left + " loans stay due; see the log for what holds them");
            }
            due = left;
        }
        await(relay.drained());
    }

    private long countDue() {
        return await(loans.countDue(businessClock.now(), systemClock.now()));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    /** Where a walk ends. */
    @FunctionalInterface
    public interface Destination {

        /**
         * Tells the end of a walk.
         *
         * @param now business time when the walk begins
         * @return business time when it ends
         */
        Instant from(Instant now);
    }
}
