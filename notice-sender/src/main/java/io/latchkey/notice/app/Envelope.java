package io.latchkey.notice.app;

import io.latchkey.notice.domain.Letter;

/**
 * A letter that is addressed.
 *
 * @param to the borrower's address
 * @param lender who speaks
 * @param messageId the letter's name, with angle brackets
 * @param letter what it says
 */
public record Envelope(String to, String lender, String messageId, Letter letter) {

    /** Never whom it goes to. */
    @Override
    public String toString() {
        return "Envelope[" + messageId + "]";
    }
}
