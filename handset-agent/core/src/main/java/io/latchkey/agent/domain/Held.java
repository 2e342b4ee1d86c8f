package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The token that a handset lives by. */
public sealed interface Held {

    /** Its revision; 0 before the first token. */
    long revision();

    /** The state it demands. */
    DesiredState desired();

    /** No token came yet. */
    record Nothing() implements Held {
        @Override
        public long revision() {
            return 0;
        }

        @Override
        public DesiredState desired() {
            return DesiredState.UNRESTRICTED;
        }
    }

    /**
     * The newest valid token so far.
     *
     * @param appliedAt system time at which it was stored
     */
    record Applied(long revision, DesiredState desired, Instant appliedAt) implements Held {
        public Applied {
            requireNonNull(desired, "desired");
            requireNonNull(appliedAt, "appliedAt");
            if (revision < 1) {
                throw new IllegalArgumentException("revision must be >= 1 but was " + revision);
            }
        }
    }
}
