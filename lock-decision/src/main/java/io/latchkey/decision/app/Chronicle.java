package io.latchkey.decision.app;

import io.latchkey.events.LoanId;
import io.latchkey.kit.kafka.OutgoingEvent;
import java.time.Instant;
import java.util.List;

/** Tells operators what happens: logs and metrics. */
public interface Chronicle {

    /**
     * Notes what a transaction committed, once.
     *
     * @param committed decisions and intents
     */
    void note(List<OutgoingEvent> committed);

    /**
     * Notes that nothing is judged by the clock from now on.
     *
     * @param why what the meter says
     */
    void clockIsHeld(String why);

    /**
     * Notes that loans are judged by the clock again.
     *
     * @param records how many wait behind us now
     */
    void clockGoesOn(long records);

    /**
     * Notes how many brakes are on.
     *
     * @param brakes those of our partitions
     */
    void brakesOn(long brakes);

    /**
     * Notes that a loan cannot be judged by the clock, while others are.
     *
     * @param loanId the loan
     * @param failures how often in a row
     * @param retryAt system time of its next turn
     * @param cause what went wrong
     */
    void turnFailed(LoanId loanId, int failures, Instant retryAt, Throwable cause);
}
