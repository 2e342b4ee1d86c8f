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
 * loan is judged on the day on which something falls due, as if the time had really passed. Blocks; one walk at a time.
 */
@ApplicationScoped
public class ClockWalk {

    private static final Duration LONGEST_STEP = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Loans loans;
    private final JudgeDue judgeDue;
    private final Relay relay;
    private final LocalTime localTime;
    private final BusinessClock businessClock;
    private final SystemClock systemClock;
    private final ReentrantLock turn = new ReentrantLock(true);

    ClockWalk(
            Loans loans,
            JudgeDue judgeDue,
            Relay relay,
            LocalTime localTime,
            BusinessClock businessClock,
            SystemClock systemClock) {
        this.loans = loans;
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
        Instant next = await(loans.nextDeadline())
                .filter(deadline -> deadline.isAfter(businessClock.now()))
                .filter(deadline -> deadline.isBefore(end))
                .orElse(end);
        Instant tomorrow = businessClock.now().plus(LONGEST_STEP);
        Instant stop = next.isBefore(tomorrow) ? next : tomorrow;
        await(localTime.moveTo(Duration.between(systemClock.now(), stop)));
        judgeAllDue();
    }

    private void judgeAllDue() {
        while (await(loans.anyDue(businessClock.now()))) {
            await(judgeDue.turn());
        }
        await(relay.drained());
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
