package io.latchkey.ingest.domain;

import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import java.time.LocalDate;
import java.util.Currency;

/**
 * One installment as a partner writes it: in the currency of the loan, which may stand elsewhere.
 *
 * @param number counts up from 1 within the loan
 * @param dueDate a local date in the loan's zone
 * @param minorUnits what is due on it
 */
public record Due(int number, LocalDate dueDate, long minorUnits) {

    /**
     * Leaves the currency out.
     *
     * @param installment in its currency
     * @return the same as a partner writes it
     */
    public static Due of(Installment installment) {
        return new Due(
                installment.number(),
                installment.dueDate(),
                installment.amount().minorUnits());
    }

    /**
     * Names the currency.
     *
     * @param currency of the loan
     * @return the installment
     */
    public Installment in(Currency currency) {
        return new Installment(number, dueDate, new Money(minorUnits, currency));
    }
}
