package io.latchkey.decision.domain;

import io.latchkey.decision.domain.Decision.Parked;
import io.latchkey.decision.domain.Decision.Refused;
import io.latchkey.decision.domain.LoanEvent.BindingChanged;
import io.latchkey.decision.domain.LoanEvent.ContestSettled;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.LoanEvent.EnrollmentCompleted;
import io.latchkey.decision.domain.LoanEvent.EnrollmentContested;
import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.LoanEvent.LoanActivated;
import io.latchkey.decision.domain.LoanEvent.LoanClosed;
import io.latchkey.decision.domain.LoanEvent.PaymentReceived;
import io.latchkey.decision.domain.LoanEvent.PaymentReversed;
import io.latchkey.decision.domain.Verdict.Parking;
import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.handset.Handset;
import java.time.Instant;
import java.util.List;

/**
 * The one entry of the domain: a loan, an event and a moment in; everything that follows out.
 *
 * <p>What frees is decided with the event that brings it. What takes something away is decided by
 * {@link DeadlinePassed} alone, whose source can be slowed down without a freeing ever waiting behind it.
 */
public final class LockPolicy {

    private LockPolicy() {}

    /**
     * Decides what follows from an event.
     *
     * @param loan the loan before it
     * @param event what happened
     * @param around what else must be known
     * @param now business time
     * @return everything that follows; repeating the event on that loan has no effect on handset and money
     * @throws IllegalArgumentException if the event contradicts the loan, so that no retry will help
     * @throws ArithmeticException if amounts add up to more than can be told
     */
    public static Verdict decide(Loan loan, LoanEvent event, Surroundings around, Instant now) {
        if (!loan.partnerId().equals(event.partnerId())) {
            throw new IllegalArgumentException("the loan belongs to another partner than the event says");
        }
        return switch (loan) {
            case Announced announced -> Activation.decide(announced, event, around, now);
            case Contract contract -> decide(contract, event, around, now);
        };
    }

    private static Verdict decide(Contract contract, LoanEvent event, Surroundings around, Instant now) {
        return switch (event) {
            case LoanActivated again -> refused(contract, Reason.ALREADY_ACTIVE, around, now);
            case PaymentReceived paid
            when !contract.accepts(paid.payment()) -> parked(contract, paid.payment(), around, now);
            case BindingChanged foreign
            when !foreign.deviceId().equals(contract.terms().deviceId()) ->
                refused(contract, Reason.ENROLLMENT_OF_ANOTHER_DEVICE, around, now);
            case PaymentReceived paid -> receive(contract, paid, around, now);
            case PaymentReversed reversed -> reverse(contract, reversed.reversal(), around, now);
            case LoanClosed closed -> {
                Facts facts = contract.facts().plus(closed.closing());
                yield Judgement.of(contract.with(facts), handsetOf(contract, around), Reason.LOAN_CLOSED, around, now);
            }
            case BindingChanged change -> {
                Handset before = handsetOf(contract, around);
                Handset handset = before.bound(change.after(before.bindings()));
                yield Judgement.of(contract, handset, reasonOf(change), around, now);
            }
            case HandsetContradicts contradiction -> Restatement.decide(contract, contradiction, around, now);
            case DeadlinePassed due ->
                Judgement.of(contract, handsetOf(contract, around), Reason.DEADLINE_PASSED, around, now);
        };
    }

    private static Verdict receive(Contract contract, PaymentReceived paid, Surroundings around, Instant now) {
        boolean known = contract.facts().know(paid.payment().paymentId());
        Facts facts = contract.facts().plus(List.of(paid.payment()));
        return Judgement.of(
                contract.with(facts),
                handsetOf(contract, around),
                known ? Reason.PAYMENT_KNOWN : Reason.PAYMENT_RECEIVED,
                around,
                now);
    }

    private static Verdict reverse(Contract contract, Reversal reversal, Surroundings around, Instant now) {
        boolean known = contract.facts().knowReversalOf(reversal.paymentId());
        return Judgement.of(
                contract.with(contract.facts().plus(reversal)),
                handsetOf(contract, around),
                known ? Reason.REVERSAL_KNOWN : Reason.PAYMENT_REVERSED,
                around,
                now);
    }

    private static Reason reasonOf(BindingChanged change) {
        return switch (change) {
            case EnrollmentCompleted enrolled -> Reason.ENROLLMENT_COMPLETED;
            case EnrollmentContested contested -> Reason.HANDSET_CONTESTED;
            case ContestSettled settled -> Reason.CONTEST_SETTLED;
        };
    }

    private static Verdict refused(Contract contract, Reason reason, Surroundings around, Instant now) {
        long number = contract.decisions() + 1;
        return Verdict.noted(
                contract.decided(number), new Refused(number, reason), Judgement.deadline(contract, around, now));
    }

    private static Verdict parked(Contract contract, Payment payment, Surroundings around, Instant now) {
        long number = contract.decisions() + 1;
        Parked decision = new Parked(number, Reason.OTHER_CURRENCY, payment);
        return Verdict.noted(contract.decided(number), decision, Judgement.deadline(contract, around, now))
                .parking(List.of(new Parking(payment, Reason.OTHER_CURRENCY)));
    }

    static Handset handsetOf(Contract contract, Surroundings around) {
        return around.handset(contract.terms().deviceId());
    }
}
