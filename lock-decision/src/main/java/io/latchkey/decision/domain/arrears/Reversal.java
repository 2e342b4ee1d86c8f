package io.latchkey.decision.domain.arrears;

import static java.util.Comparator.comparing;

import io.latchkey.events.PaymentId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Money that was taken back.
 *
 * @param paymentId the payment that is void, whether it is known yet or not
 * @param acceptedAt when we learned of it: nothing is taken from the borrower too soon after that
 */
public record Reversal(PaymentId paymentId, Instant acceptedAt) {

    private static final Comparator<Reversal> PRECEDENCE = comparing(Reversal::acceptedAt);

    /** Of two reports of one reversal the earlier stands, whichever came first. */
    Reversal orEarlier(Reversal other) {
        return PRECEDENCE.compare(this, other) <= 0 ? this : other;
    }
}
