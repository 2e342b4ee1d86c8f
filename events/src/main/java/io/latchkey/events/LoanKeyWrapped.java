package io.latchkey.events;

/**
 * The key of a loan's personal data. Who deletes it, by a tombstone on its topic, erases that data everywhere.
 *
 * @param loanId the loan
 * @param wrapped a compact JWE (RFC 7516): the 256-bit key, wrapped by a key that never travels
 */
public record LoanKeyWrapped(LoanId loanId, String wrapped) implements Event {

    @Override
    public Topic topic() {
        return Topic.LOAN_KEYS;
    }

    @Override
    public String key() {
        return loanId.value();
    }
}
