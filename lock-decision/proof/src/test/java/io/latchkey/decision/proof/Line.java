package io.latchkey.decision.proof;

import io.latchkey.decision.domain.LoanEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One line of a history. */
sealed interface Line {

    /** When it happens; nothing if that depends on what happened before. */
    Optional<Instant> when();

    /** Something is told of the loan. */
    record Told(Instant at, LoanEvent event) implements Line {

        @Override
        public Optional<Instant> when() {
            return Optional.of(at);
        }
    }

    /** The partner's feed is complete up to a moment. */
    record Complete(Instant at, Instant through) implements Line {

        @Override
        public Optional<Instant> when() {
            return Optional.of(at);
        }
    }

    /** The partner's escalations are stopped, or go on. */
    record Brake(Instant at, boolean on) implements Line {

        @Override
        public Optional<Instant> when() {
            return Optional.of(at);
        }
    }

    /** The partner's cap leaves a place, or none. */
    record Place(Instant at, boolean left) implements Line {

        @Override
        public Optional<Instant> when() {
            return Optional.of(at);
        }
    }

    /** The clock stands still, because something lags, or goes on. */
    record Clock(Instant at, boolean goes) implements Line {

        @Override
        public Optional<Instant> when() {
            return Optional.of(at);
        }
    }

    /** The phone reports the newest word that it holds. */
    record Report(Instant at) implements Line {

        @Override
        public Optional<Instant> when() {
            return Optional.of(at);
        }
    }

    /**
     * What becomes of a notice, whenever it is ordered.
     *
     * @param notice counts the loan's notices from 1
     * @param outcome what becomes of it
     * @param happens how long after the order
     * @param heard how long after the order we hear of it
     */
    record Answer(int notice, Outcome outcome, Duration happens, Duration heard) implements Line {

        @Override
        public Optional<Instant> when() {
            return Optional.empty();
        }
    }

    /** What can become of a notice. */
    enum Outcome {
        SENT,
        FAILED,
        SHOWN
    }
}
