package io.latchkey.ingest.app;

import io.latchkey.events.LoanId;
import io.latchkey.ingest.domain.Objection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What became of a checked request. */
public sealed interface Outcome {

    /**
     * Kafka has it now.
     *
     * @param eventId the event
     * @param loanId its loan, if it has one
     */
    record Accepted(String eventId, Optional<LoanId> loanId) implements Outcome {}

    /**
     * Kafka had it before.
     *
     * @param eventId the first event
     * @param loanId its loan, if it has one
     */
    record Duplicate(String eventId, Optional<LoanId> loanId) implements Outcome {}

    /**
     * A known key with other content; nothing was accepted.
     *
     * @param key what was used before, in the partner's words
     * @param pointers where the request differs from the first one
     * @param amendable whether {@code loan.amended} is the way to say it
     */
    record Conflict(String key, SortedSet<String> pointers, boolean amendable) implements Outcome {}

    /**
     * The fact is new and cannot be; nothing was accepted.
     *
     * @param objections at least one
     */
    record Objected(List<Objection> objections) implements Outcome {

        /** Copies the list. */
        public Objected {
            objections = List.copyOf(objections);
        }
    }
}
