package io.latchkey.events;

import java.util.Locale;

/** The Kafka topics: what they are called, what their records are keyed by and how long they keep them. */
public enum Topic {
    /** Partners and every version of their policies, by {@code partnerId}. */
    PARTNERS(Cleanup.KEEP),
    /** Facts about loans and payments, by {@code loanId}. */
    INSTALLMENT_EVENTS(Cleanup.KEEP),
    /** Every decision with its inputs and reason, by {@code loanId}, or by {@code partnerId} for a whole fleet. */
    LOAN_DECISIONS(Cleanup.KEEP),
    /** The desired state of handsets, by {@code deviceId}. */
    LOCK_INTENTS(Cleanup.KEEP),
    /** Signed device tokens, by {@code deviceId}. */
    DEVICE_TOKENS(Cleanup.KEEP),
    /** What handsets say back, by {@code deviceId}. */
    DEVICE_REPORTS(Cleanup.KEEP),
    /** What support asks for, by {@code loanId}, or by {@code partnerId} for a batch. */
    SUPPORT_REQUESTS(Cleanup.KEEP),
    /** What borrowers must be told and why, by {@code loanId}. */
    BORROWER_NOTICES(Cleanup.KEEP),
    /** The proof that a notice reached its channel, or did not, by {@code loanId}. */
    NOTICE_RECEIPTS(Cleanup.KEEP),
    /** The wrapped keys of loans' personal data, by {@code loanId}; a tombstone erases that data everywhere. */
    LOAN_KEYS(Cleanup.COMPACT),
    /** The offset of the business clock; on a local stack only. */
    LOCAL_CLOCK(Cleanup.COMPACT);

    /** How a topic's old records go. */
    public enum Cleanup {
        /** Never: {@code retention.ms=-1}. The topics are the truth. */
        KEEP,
        /** Only the newest record of a key stays. */
        COMPACT
    }

    private final Cleanup cleanup;

    Topic(Cleanup cleanup) {
        this.cleanup = cleanup;
    }

    /**
     * The topic's name in Kafka.
     *
     * @return kebab-case, for example {@code installment-events}
     */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Where records go that a consumer of this topic could not process.
     *
     * @return the name of the dead-letter topic
     */
    public String deadLetterTopicName() {
        return topicName() + ".dlq";
    }

    /**
     * How old records go.
     *
     * @return the cleanup policy
     */
    public Cleanup cleanup() {
        return cleanup;
    }
}
