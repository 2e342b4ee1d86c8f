package io.latchkey.ingest.domain;

import io.latchkey.events.Installment;
import io.latchkey.events.LoanId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What is due when was agreed anew. One loan may have many of these; the moment at which the partner stated one tells it
 * from the others.
 *
 * @param loanId the loan, known or not
 * @param currency of every amount, or nothing if the partner left it to the loan's activation
 * @param schedule the whole schedule from then on, rising
 * @param effectiveAt from when it holds
 * @param statedAt when the partner said it
 */
public record Amendment(
        LoanId loanId, Optional<Currency> currency, List<Due> schedule, Instant effectiveAt, Instant statedAt)
        implements Fact.AboutLoan {

    private static final String CURRENCY = "/data/currency";

    /** Copies the schedule. */
    public Amendment {
        schedule = List.copyOf(schedule);
    }

    /**
     * The same amendment of a loan that is known.
     *
     * @param agreed the currency in which the loan was activated, or nothing if it was not yet
     * @return with the loan's currency, unless the partner named one
     */
    public Amendment ofLoanIn(Optional<Currency> agreed) {
        return new Amendment(loanId, currency.or(() -> agreed), schedule, effectiveAt, statedAt);
    }

    /**
     * What is against it.
     *
     * @param agreed as in {@link #ofLoanIn}
     * @return what is wrong, or nothing
     */
    public Optional<Objection> objection(Optional<Currency> agreed) {
        if (currency.isEmpty()) {
            return agreed.isPresent()
                    ? Optional.empty()
                    : Optional.of(Objection.to(
                            CURRENCY, "is missing, and the loan is not known: name it, or send loan.activated first"));
        }
        return agreed.filter(loans -> !loans.equals(currency.get()))
                .map(loans -> Objection.to(CURRENCY, "must be " + loans + ", in which the loan was activated"));
    }

    /**
     * The schedule in money.
     *
     * @return the installments
     * @throws IllegalStateException if the currency is not known
     */
    public List<Installment> installments() {
        Currency known = currency.orElseThrow(
                () -> new IllegalStateException("nobody said in which currency " + loanId + " is"));
        return schedule.stream().map(due -> due.in(known)).toList();
    }

    @Override
    public String key() {
        return "loan.amended/" + loanId + "/" + statedAt;
    }

    @Override
    public Content content() {
        return Content.ofType("loan.amended")
                .with("/data/accountNumber", loanId)
                .with(CURRENCY, currency.map(Currency::getCurrencyCode).orElse(""))
                .withDigest("/data/installments", schedule)
                .with("/data/effectiveAt", effectiveAt);
    }
}
