package io.latchkey.decision.app;

import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import java.time.Instant;
import java.util.List;

/**
 * A turn of the clock.
 *
 * @param docket the loans whose turn it is
 * @param turns one for each of them, in their order
 */
public record DueDocket(Docket docket, List<Turn> turns) {

    /**
     * A loan's turn.
     *
     * @param event what its judgement is told
     * @param since the deadline that passed
     */
    public record Turn(DeadlinePassed event, Instant since) {

        /** Names the passed deadline as the cause of what is decided in its turn. */
        String id() {
            return event.loanId() + "@" + since;
        }
    }

    /** Copies the turns. */
    public DueDocket {
        turns = List.copyOf(turns);
    }
}
