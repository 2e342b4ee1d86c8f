package io.latchkey.events;

import java.time.LocalDate;

/**
 * One scheduled payment.
 *
 * @param number counts up from 1 within the loan
 * @param dueDate a local date in the loan's zone
 * @param amount what is due on it
 */
public record Installment(int number, LocalDate dueDate, Money amount) {

    /** Checks the number. */
    public Installment {
        if (number < 1) {
            throw new IllegalArgumentException("number must be >= 1 but was " + number);
        }
    }
}
