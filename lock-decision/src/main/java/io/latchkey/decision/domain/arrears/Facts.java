package io.latchkey.decision.domain.arrears;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PaymentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The set of all that was reported of a loan. It is a set on purpose: the order in which facts came, and how often,
 * leaves no trace in it.
 *
 * @param payments by payment id, each once
 * @param reversals by payment id, each once; they void payments known and unknown
 * @param closings the reasons for which the partner closed the loan, each once
 * @param amendments schedules that were agreed anew, by the order in which they were stated, each once
 */
public record Facts(
        List<Payment> payments, List<Reversal> reversals, List<ClosingReason> closings, List<Amendment> amendments) {

    /** Nothing was reported yet. */
    public static final Facts NONE = new Facts(List.of(), List.of(), List.of(), List.of());

    /** Brings all into the one order that a set has. */
    public Facts {
        payments = payments.stream().sorted(comparing(Payment::paymentId)).toList();
        reversals = reversals.stream().sorted(comparing(Reversal::paymentId)).toList();
        closings = closings.stream().distinct().sorted().toList();
        amendments = amendments.stream().distinct().sorted(Amendment.ORDER).toList();
    }

    /**
     * Adds payments.
     *
     * @param more payments, known or not
     * @return these facts and those
     */
    public Facts plus(Collection<Payment> more) {
        TreeMap<PaymentId, Payment> byId = Stream.concat(payments.stream(), more.stream())
                .collect(toMap(Payment::paymentId, payment -> payment, Payment::orEarlier, TreeMap::new));
        return new Facts(List.copyOf(byId.values()), reversals, closings, amendments);
    }

    /**
     * Adds a reversal.
     *
     * @param reversal what was taken back, of a payment known or not
     * @return these facts and that
     */
    public Facts plus(Reversal reversal) {
        TreeMap<PaymentId, Reversal> byId = Stream.concat(reversals.stream(), Stream.of(reversal))
                .collect(toMap(Reversal::paymentId, one -> one, Reversal::orEarlier, TreeMap::new));
        return new Facts(payments, List.copyOf(byId.values()), closings, amendments);
    }

    /**
     * Adds a closing.
     *
     * @param reason why the partner closed the loan
     * @return these facts and that
     */
    public Facts plus(ClosingReason reason) {
        return new Facts(
                payments,
                reversals,
                Stream.concat(closings.stream(), Stream.of(reason)).toList(),
                amendments);
    }

    /**
     * Adds an amendment.
     *
     * @param amendment a schedule that was agreed anew
     * @return these facts and that
     */
    public Facts plus(Amendment amendment) {
        return new Facts(
                payments,
                reversals,
                closings,
                Stream.concat(amendments.stream(), Stream.of(amendment)).toList());
    }

    /**
     * Tells whether a payment was counted already.
     *
     * @param paymentId the payment
     * @return true if it is among these facts
     */
    public boolean know(PaymentId paymentId) {
        return payments.stream().anyMatch(payment -> payment.paymentId().equals(paymentId));
    }

    /**
     * Tells whether a reversal was counted already.
     *
     * @param paymentId the payment that it voids
     * @return true if it is among these facts
     */
    public boolean knowReversalOf(PaymentId paymentId) {
        return reversals.stream().anyMatch(reversal -> reversal.paymentId().equals(paymentId));
    }

    /**
     * All money that came and was not taken back.
     *
     * @return minor units
     * @throws ArithmeticException if no {@code long} can hold the sum
     */
    public long paid() {
        return sum(standing());
    }

    /**
     * Tells whether an amendment has effect: it must be in the loan's currency, and not below the money that counted
     * when it was stated.
     *
     * @param amendment one of these
     * @param signed what was signed
     * @return false if it is void
     */
    public boolean isValid(Amendment amendment, Schedule signed) {
        return amendment.schedule().currency().equals(signed.currency())
                && amendment.schedule().total()
                        >= sum(standing()
                                .filter(payment -> !payment.countsFrom().isAfter(amendment.statedAt())));
    }

    /**
     * What is due when, on a date.
     *
     * @param signed what was signed
     * @param date a local date in the loan's zone
     * @param zone that zone
     * @return the amendment stated last of those that hold then, or what was signed
     */
    public Schedule scheduleOn(Schedule signed, LocalDate date, ZoneId zone) {
        if (amendments.isEmpty()) {
            return signed;
        }
        return amendments.reversed().stream()
                .filter(amendment -> !amendment.holdsFrom(zone).isAfter(date) && isValid(amendment, signed))
                .findFirst()
                .map(Amendment::schedule)
                .orElse(signed);
    }

    /**
     * The facts as they would be if only the first reversals had come, by the order in which we learned of them.
     *
     * @param count how many
     * @return these facts without the later ones
     */
    public Facts withFirstReversals(int count) {
        return new Facts(payments, reversalsInOrder().subList(0, count), closings, amendments);
    }

    /**
     * The reversals by the order in which we learned of them.
     *
     * @return all of them
     */
    public List<Reversal> reversalsInOrder() {
        return reversals.stream()
                .sorted(comparing(Reversal::acceptedAt).thenComparing(Reversal::paymentId))
                .toList();
    }

    /**
     * When the last money counted that was not taken back.
     *
     * @return the moment, or nothing if none came
     */
    public Optional<Instant> lastPayment() {
        return standing().map(Payment::countsFrom).max(Comparator.naturalOrder());
    }

    /** The payments that were not taken back. */
    Stream<Payment> standing() {
        if (reversals.isEmpty()) {
            return payments.stream();
        }
        Set<PaymentId> taken = reversals.stream().map(Reversal::paymentId).collect(toSet());
        return payments.stream().filter(payment -> !taken.contains(payment.paymentId()));
    }

    private static long sum(Stream<Payment> some) {
        return some.mapToLong(payment -> payment.amount().minorUnits()).reduce(0, Math::addExact);
    }

    /**
     * Tells whether the partner let the borrower go.
     *
     * @return true if one of the closings releases the handset
     */
    public boolean letGo() {
        return closings.stream().anyMatch(ClosingReason::releases);
    }

    /**
     * Tells whether the loan was closed in a way that leaves the handset as it is.
     *
     * @return true if it was closed and not let go
     */
    public boolean frozen() {
        return !closings.isEmpty() && !letGo();
    }
}
