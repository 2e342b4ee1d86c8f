package io.latchkey.events;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the facts say of a loan on a date.
 *
 * @param asOf the local date in the loan's zone
 * @param arrears what is due and unpaid
 * @param dpd days past due since the oldest unpaid due date; 0 if nothing is past due
 * @param outstanding what is unpaid of the whole loan, due or not
 * @param oldestDueDate the oldest unpaid due date that has come, or nothing if nothing is due
 */
public record Position(LocalDate asOf, Money arrears, int dpd, Money outstanding, Optional<LocalDate> oldestDueDate) {}
