package io.latchkey.decision.domain.arrears;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PaymentId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The set of all that was reported of a loan. It is a set on purpose: the order in which facts came, and how often,
 * leaves no trace in it.
 *
 * @param payments by payment id, each once
 * @param closings the reasons for which the partner closed the loan, each once
 */
public record Facts(List<Payment> payments, List<ClosingReason> closings) {

    /** Nothing was reported yet. */
    public static final Facts NONE = new Facts(List.of(), List.of());

    /** Brings both into the one order that a set has. */
    public Facts {
        payments = payments.stream().sorted(comparing(Payment::paymentId)).toList();
        closings = closings.stream().distinct().sorted().toList();
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
        return new Facts(List.copyOf(byId.values()), closings);
    }

    /**
     * Adds a closing.
     *
     * @param reason why the partner closed the loan
     * @return these facts and that
     */
    public Facts plus(ClosingReason reason) {
        return new Facts(
                payments, Stream.concat(closings.stream(), Stream.of(reason)).toList());
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
     * All money that came.
     *
     * @return minor units
     * @throws ArithmeticException if no {@code long} can hold the sum
     */
    public long paid() {
        return payments.stream()
                .mapToLong(payment -> payment.amount().minorUnits())
                .reduce(0, Math::addExact);
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
