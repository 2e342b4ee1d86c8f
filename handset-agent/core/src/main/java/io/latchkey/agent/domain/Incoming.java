package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/** Whatever can reach the agent from outside. */
public sealed interface Incoming {

    /** What became of the bytes of a token: they were signed by a key we trust, or they were not. */
    sealed interface TokenReceived extends Incoming {}

    /** A token whose signature and shape are good. */
    record TokenVerified(DeviceToken token) implements TokenReceived {
        public TokenVerified {
            requireNonNull(token, "token");
        }
    }

    /** Bytes that are no token of ours. They carry no revision, because nothing in them can be believed. */
    record TokenRefused(RefusalReason reason) implements TokenReceived {
        public TokenRefused {
            requireNonNull(reason, "reason");
        }
    }

    /** The connection stands and both topics are subscribed. */
    record Connected(List<String> trustedKeyIds) implements Incoming {
        public Connected {
            trustedKeyIds = List.copyOf(trustedKeyIds);
        }
    }

    /** The gateway names reports that are safe in the record. */
    record ReportsAcknowledged(int enrollment, Set<Long> seqs) implements Incoming {
        public ReportsAcknowledged {
            seqs = Set.copyOf(seqs);
        }
    }

    /** Time to say again what nobody acknowledged: a report may reach a broker that has nobody to give it to. */
    record ResendDue() implements Incoming {}

    /** The borrower asked for the newest state. */
    record RefreshAsked() implements Incoming {}

    /** The shell saw somebody interfere with the agent. */
    record TamperDetected(String what) implements Incoming {
        public TamperDetected {
            requireNonNull(what, "what");
        }
    }
}
