package io.latchkey.gateway.domain;

/** What becomes of someone who comes to enroll, with a code or with a provisioning key. */
public sealed interface Redemption {

    /**
     * The next enrollment number is due.
     *
     * @param ticket what the code entitles to
     */
    record Fresh(Ticket ticket) implements Redemption {}

    /**
     * The next enrollment number of a known phone is due.
     *
     * @param before its newest enrollment
     */
    record Renewed(Enrollment before) implements Redemption {}

    /**
     * The same key was enrolled before.
     *
     * @param name the enrollment that it got
     */
    record Again(HandsetName name) implements Redemption {}

    /** Neither code nor key helps. */
    enum Refusal implements Redemption {
        /** There is no such code. */
        UNKNOWN("/enrollmentCode", "no such code; look for a mistyped letter or ask the lender for a new one"),
        /** It was made for another phone. */
        OTHER_HANDSET("/imei", "the code was made for another handset"),
        /** Its seven days are over. */
        EXPIRED("/enrollmentCode", "the code has expired; ask the lender for a new one"),
        /** A newer code took its place. */
        REVOKED("/enrollmentCode", "a newer code took this one's place; use that one"),
        /** The phone is not known, or the key is not its partner's. */
        NOT_PROVED("/provisioningKey", "does not fit this handset; ask the lender for an enrollment code"),
        /** Another key was enrolled by it. */
        USED("/enrollmentCode", "the code was used by another key; ask the lender for a new one");

        private final String pointer;
        private final String detail;

        Refusal(String pointer, String detail) {
            this.pointer = pointer;
            this.detail = detail;
        }

        /**
         * The wrong field.
         *
         * @return JSON Pointer
         */
        public String pointer() {
            return pointer;
        }

        /**
         * What is wrong and what to do.
         *
         * @return a sentence for a human
         */
        public String detail() {
            return detail;
        }
    }
}
