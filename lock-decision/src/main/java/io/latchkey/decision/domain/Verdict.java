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
 * @param memory what the loan remembers from now on, or nothing if it remembers what it did before
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
        boolean takesPlace,
        Optional<Memory> memory) {

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
        return of(loan, List.of(decision), outlook);
    }

    /** What happened is nothing new. */
    static Verdict unmoved(Loan loan, Outlook outlook) {
        return of(loan, List.of(), outlook);
    }

    private static Verdict of(Loan loan, List<Decision> decisions, Outlook outlook) {
        return new Verdict(
                loan,
                Optional.empty(),
                decisions,
                Optional.empty(),
                List.of(),
                List.of(),
                outlook.deadline(),
                outlook.need(),
                List.of(),
                false,
                Optional.empty());
    }

    /**
     * What happened is known now, and nothing is decided.
     *
     * @param loan the loan with that
     * @param handset the handset with that, or nothing if it did not reach one
     * @param parking money that is to be parked
     * @param claims parked money that is applied
     * @return a verdict without decisions and words
     */
    public static Verdict takenUp(Loan loan, Optional<Handset> handset, List<Parking> parking, List<PaymentId> claims) {
        return new Verdict(
                loan,
                handset,
                List.of(),
                Optional.empty(),
                parking,
                claims,
                Optional.empty(),
                Need.NOTHING,
                List.of(),
                false,
                Optional.empty());
    }

    Verdict parking(List<Parking> misfits) {
        return new Verdict(
                loan, handset, decisions, intent, misfits, claims, nextDeadline, need, notices, takesPlace, memory);
    }

    Verdict claiming(List<PaymentId> claimed) {
        return new Verdict(
                loan, handset, decisions, intent, parking, claimed, nextDeadline, need, notices, takesPlace, memory);
    }

    Verdict after(List<Decision> earlier) {
        List<Decision> all = Stream.concat(earlier.stream(), decisions.stream()).toList();
        return new Verdict(
                loan, handset, all, intent, parking, claims, nextDeadline, need, notices, takesPlace, memory);
    }

    /**
     * The same outlook and handset, of a loan about which nothing is decided.
     *
     * @param before the loan as it was
     * @return the verdict without decisions and words
     */
    public Verdict undecided(Loan before) {
        return new Verdict(
                before,
                handset,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                nextDeadline,
                need,
                List.of(),
                false,
                Optional.empty());
    }

    /**
     * Says what the loan remembers from now on.
     *
     * @param then that
     * @return the verdict with it
     */
    public Verdict remembering(Memory then) {
        return new Verdict(
                loan,
                handset,
                decisions,
                intent,
                parking,
                claims,
                nextDeadline,
                need,
                notices,
                takesPlace,
                Optional.of(then));
    }
}
