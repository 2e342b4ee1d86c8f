package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * One thing that the handset says back.
 *
 * @param seq counts the reports of one enrollment, from 1
 * @param revision what the handset held when it spoke; 0 for nothing
 * @param at system time
 */
public record Report(long seq, int enrollment, long revision, Instant at, Detail detail) {

    public Report {
        requireNonNull(at, "at");
        requireNonNull(detail, "detail");
        if (seq < 1) {
            throw new IllegalArgumentException("seq must be >= 1 but was " + seq);
        }
    }

    /** What is said. */
    public sealed interface Detail {}

    /** "I am here, in this stage, trusting these keys": on every connect. */
    public record Hello(Stage stage, List<String> keyIds) implements Detail {
        public Hello {
            requireNonNull(stage, "stage");
            keyIds = List.copyOf(keyIds);
        }
    }

    /** The held token is in force. */
    public record Applied(Stage stage) implements Detail {
        public Applied {
            requireNonNull(stage, "stage");
        }
    }

    /** A valid token came that is not newer than the held one, and not the same. */
    public record Stale(long received) implements Detail {}

    /**
     * A token was not obeyed.
     *
     * @param received its revision, if its signature let us believe it
     */
    public record Refused(RefusalReason reason, OptionalLong received) implements Detail {
        public Refused {
            requireNonNull(reason, "reason");
            requireNonNull(received, "received");
        }
    }

    /** Somebody interfered with the agent. */
    public record Tamper(String what) implements Detail {
        public Tamper {
            requireNonNull(what, "what");
        }
    }

    /** The borrower asks for the newest state. */
    public record Refresh() implements Detail {}
}
