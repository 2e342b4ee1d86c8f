package io.latchkey.decision.app;

import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.latchkey.events.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be said of the decision that stood at a moment. */
public sealed interface Explanation {

    /** Nothing ever named such a loan. */
    record UnknownLoan() implements Explanation {}

    /**
     * Nothing is on record from before the moment.
     *
     * @param moment business time
     * @param pending how many decisions were made that have not come back from the topic yet
     */
    record NothingBefore(Instant moment, long pending) implements Explanation {}

    /**
     * The decision, and why it came out so.
     *
     * @param loanId the loan
     * @param moment the moment that was asked for, business time
     * @param decision the decision that stood then
     * @param because why, in sentences
     * @param again what it comes to when it is worked out again
     * @param knownToday what all facts known today say of the day on which it was made; nothing without a contract
     * @param pending how many later decisions were made that have not come back from the topic yet
     */
    record Explained(
            LoanId loanId,
            Instant moment,
            LoanDecision decision,
            List<String> because,
            WorkedOutAgain again,
            Optional<Position> knownToday,
            long pending)
            implements Explanation {

        /** Copies the sentences. */
        public Explained {
            because = List.copyOf(because);
        }
    }
}
