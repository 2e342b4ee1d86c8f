package io.latchkey.notice.app;

import java.util.Locale;

/** What became of a notice. */
public sealed interface Outcome {

    /**
     * The mail server took it.
     *
     * @param messageId the letter's name
     */
    record Sent(String messageId) implements Outcome {}

    /**
     * It will never reach the borrower.
     *
     * @param channel {@code email}, or {@code none}
     * @param reason why
     */
    record Failed(String channel, Reason reason) implements Outcome {}

    /**
     * Its contact cannot be read although its key is there; somebody has to look at the record.
     *
     * @param why without content
     */
    record Unreadable(String why) implements Outcome {}

    /** Why a notice did not reach the borrower. */
    enum Reason {
        /** Nobody said how to reach the borrower. */
        NO_CHANNEL,
        /** The mail server refused the address, or the letter, for good. */
        REFUSED,
        /** The letter came back. */
        BOUNCED,
        /** The loan's personal data were erased. */
        ERASED;

        /**
         * The name in JSON.
         *
         * @return kebab-case
         */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
