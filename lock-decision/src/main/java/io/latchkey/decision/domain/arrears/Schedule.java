package io.latchkey.decision.domain.arrears;

import static java.util.Comparator.comparing;

import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import io.latchkey.events.Position;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The installments of a loan, oldest first. Money covers them in that order, whatever it was meant for: an installment
 * is paid as soon as the running total of money covers the running total of debt up to it.
 *
 * @param currency of every amount
 * @param installments by rising due date, then number; at least one
 */
public record Schedule(Currency currency, List<Installment> installments) {

    /** Sorts the installments and checks that their sum can be told. */
    public Schedule {
        installments = installments.stream()
                .sorted(comparing(Installment::dueDate).thenComparing(Installment::number))
                .toList();
        if (installments.isEmpty()) {
            throw new IllegalArgumentException("installments must not be empty");
        }
        for (Installment installment : installments) {
            if (!installment.amount().currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "installment " + installment.number() + " must be in " + currency + " like its loan");
            }
        }
        sum(installments);
    }

    /**
     * What money and schedule say on a date.
     *
     * @param today the local date in the loan's zone
     * @param paid all money that came for the loan, in minor units
     * @param counting how what is missing is counted
     * @return the position; money beyond the last installment is credit and lowers nothing below zero
     */
    public Position positionOn(LocalDate today, long paid, Counting counting) {
        Schedule counted = counting.acceleratedOn().map(this::acceleratedOn).orElse(this);
        List<Installment> due = counted.installments.stream()
                .filter(i -> !i.dueDate().isAfter(today))
                .toList();
        Optional<LocalDate> oldest = counted.oldestUnpaidOn(today, paid, counting.tolerance());
        int dpd = oldest.map(date -> Math.toIntExact(ChronoUnit.DAYS.between(date, today)))
                .orElse(0);
        return new Position(today, unpaid(due, paid), dpd, unpaid(installments, paid), oldest, 0);
    }

    /**
     * The oldest due date for which too little came. What is missing within the tolerance counts as paid, for each
     * installment and for all of them: a coin that is missing of the first does not make the second older than it is.
     *
     * @param today the local date in the loan's zone
     * @param paid all money that came for the loan, in minor units
     * @param tolerance minor units
     * @return a date up to {@code today}, or nothing if nothing is due
     */
    Optional<LocalDate> oldestUnpaidOn(LocalDate today, long paid, long tolerance) {
        return firstUnpaid(Math.addExact(paid, tolerance))
                .map(Installment::dueDate)
                .filter(date -> !date.isAfter(today));
    }

    /**
     * The next day on which more falls due than the money that came covers.
     *
     * @param today the local date in the loan's zone
     * @param paid all money that came for the loan, in minor units
     * @param counting how what is missing is counted
     * @return a date after {@code today}, or nothing if no such day is left
     */
    public Optional<LocalDate> nextUncoveredDueDate(LocalDate today, long paid, Counting counting) {
        long running = 0;
        for (Installment installment :
                counting.acceleratedOn().map(this::acceleratedOn).orElse(this).installments) {
            running = Math.addExact(running, installment.amount().minorUnits());
            if (running > paid && installment.dueDate().isAfter(today)) {
                return Optional.of(installment.dueDate());
            }
        }
        return Optional.empty();
    }

    /** The same debt with all that was not due yet due on a date. */
    private Schedule acceleratedOn(LocalDate date) {
        return new Schedule(
                currency,
                installments.stream()
                        .map(i -> i.dueDate().isAfter(date) ? new Installment(i.number(), date, i.amount()) : i)
                        .toList());
    }

    /**
     * All that is to be paid.
     *
     * @return minor units
     */
    public long total() {
        return sum(installments);
    }

    private Optional<Installment> firstUnpaid(long paid) {
        long running = 0;
        for (Installment installment : installments) {
            running = Math.addExact(running, installment.amount().minorUnits());
            if (running > paid) {
                return Optional.of(installment);
            }
        }
        return Optional.empty();
    }

    private Money unpaid(List<Installment> some, long paid) {
        return new Money(Math.max(0, Math.subtractExact(sum(some), paid)), currency);
    }

    private static long sum(List<Installment> installments) {
        return installments.stream().mapToLong(i -> i.amount().minorUnits()).reduce(0, Math::addExact);
    }
}
