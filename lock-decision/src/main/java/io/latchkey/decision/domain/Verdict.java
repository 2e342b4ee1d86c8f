package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that follows from one event.
 *
 * @param loan the loan after it
 * @param handset the handset after it, or nothing if the event did not reach one
 * @param decisions what was decided, in order
 * @param intent what the handset must be told, or nothing if it need not hear of it
 * @param parking money that is to be parked, and why
 * @param claims parked money that is applied now
 * @param nextDeadline when the loan is to be judged again by time alone, or nothing if time changes nothing
 * @param need what else it waits for
 * @param notices what the borrower must be told
 * @param takesPlace whether it used a place under the partner's cap
 */
public record Verdict(
        Loan loan,
        Optional<Handset> handset,
        List<Decision> decisions,
        Optional<Intent> intent,
        List<Parking> parking,
        List<PaymentId> claims,
        Optional<Instant> nextDeadline,
        Need need,
        List<NoticeOrder> notices,
        boolean takesPlace) {

    /**
     * Money that does not fit.
     *
     * @param payment the money
     * @param reason why
     */
    public record Parking(Payment payment, Reason reason) {}

    /** Copies the lists. */
    public Verdict {
        decisions = List.copyOf(decisions);
        parking = List.copyOf(parking);
        claims = List.copyOf(claims);
        notices = List.copyOf(notices);
    }

    /** A decision that leaves handset and money alone. */
    static Verdict noted(Loan loan, Decision decision, Outlook outlook) {
        return new Verdict(
                loan,
                Optional.empty(),
                List.of(decision),
                Optional.empty(),
                List.of(),
                List.of(),
                outlook.deadline(),
                outlook.need(),
                List.of(),
                false);
    }

    /** What happened is nothing new. */
    static Verdict unmoved(Loan loan, Outlook outlook) {
        return new Verdict(
                loan,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                outlook.deadline(),
                outlook.need(),
                List.of(),
                false);
    }

    Verdict parking(List<Parking> misfits) {
        return new Verdict(loan, handset, decisions, intent, misfits, claims, nextDeadline, need, notices, takesPlace);
    }

    Verdict claiming(List<PaymentId> claimed) {
        return new Verdict(loan, handset, decisions, intent, parking, claimed, nextDeadline, need, notices, takesPlace);
    }

    Verdict after(List<Decision> earlier) {
        return new Verdict(
                loan,
                handset,
                Stream.concat(earlier.stream(), decisions.stream()).toList(),
                intent,
                parking,
                claims,
                nextDeadline,
                need,
                notices,
                takesPlace);
    }
}
