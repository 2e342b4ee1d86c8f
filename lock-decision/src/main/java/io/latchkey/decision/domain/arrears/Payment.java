package io.latchkey.decision.domain.arrears;

import static java.util.Comparator.comparing;

import io.latchkey.events.Money;
import io.latchkey.events.PaymentId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Money that came in.
 *
 * @param paymentId the bank's transaction id, unique within the partner
 * @param amount what was paid
 * @param countsFrom the earlier of the bank's value date and the acceptance, so that a date of tomorrow locks nobody
 */
public record Payment(PaymentId paymentId, Money amount, Instant countsFrom) {

    private static final Comparator<Payment> PRECEDENCE = comparing(Payment::countsFrom)
            .thenComparing(payment -> payment.amount().minorUnits(), Comparator.reverseOrder())
            .thenComparing(payment -> payment.amount().currency().getCurrencyCode());

    /**
     * A payment as a bank reports it.
     *
     * @param paymentId the bank's transaction id
     * @param amount what was paid
     * @param paidAt when the bank says that it was paid
     * @param acceptedAt when we accepted the report
     * @return the payment
     */
    public static Payment reported(PaymentId paymentId, Money amount, Instant paidAt, Instant acceptedAt) {
        return new Payment(paymentId, amount, paidAt.isBefore(acceptedAt) ? paidAt : acceptedAt);
    }

    /** Of two reports of one payment the same one stands whichever came first: the earlier, then the larger. */
    Payment orEarlier(Payment other) {
        return PRECEDENCE.compare(this, other) <= 0 ? this : other;
    }
}
