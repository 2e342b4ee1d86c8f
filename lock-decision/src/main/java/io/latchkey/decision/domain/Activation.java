package io.latchkey.decision.domain;

import static java.util.stream.Collectors.partitioningBy;

import io.latchkey.decision.domain.Announced.EnrolledHandset;
import io.latchkey.decision.domain.Decision.Parked;
import io.latchkey.decision.domain.Decision.Refused;
import io.latchkey.decision.domain.Decision.Waits;
import io.latchkey.decision.domain.LoanEvent.BindingChanged;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.LoanEvent.ForceUpdateRequested;
import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.LoanEvent.LoanActivated;
import io.latchkey.decision.domain.LoanEvent.LoanAmended;
import io.latchkey.decision.domain.LoanEvent.LoanClosed;
import io.latchkey.decision.domain.LoanEvent.PaymentMatched;
import io.latchkey.decision.domain.LoanEvent.PaymentReceived;
import io.latchkey.decision.domain.LoanEvent.PaymentReversed;
import io.latchkey.decision.domain.LoanEvent.Rebuilt;
import io.latchkey.decision.domain.LoanEvent.Requested;
import io.latchkey.decision.domain.LoanEvent.TamperSeen;
import io.latchkey.decision.domain.Verdict.Parking;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides while the terms of a loan are not known, and takes over what waited for them when they come. */
final class Activation {

    private Activation() {}

    static Verdict decide(Announced loan, LoanEvent event, Surroundings around, Instant now) {
        return switch (event) {
            case LoanActivated activated -> activate(loan, activated.terms(), around, now);
            case PaymentReceived paid -> park(loan, paid.payment(), around);
            case LoanClosed closed -> keep(loan.with(loan.facts().plus(closed.closing())));
            case PaymentReversed reversed -> keep(loan.with(loan.facts().plus(reversed.reversal())));
            case LoanAmended amended -> keep(loan.with(loan.facts().plus(amended.amendment())));
            case Requested requested -> keep(loan.with(loan.requests().plus(requested.request())));
            case BindingChanged change -> keep(loan.with(change));
            case PaymentMatched matched -> refuse(loan, Reason.NOT_ACTIVATED_YET);
            case ForceUpdateRequested forced -> refuse(loan, Reason.NOT_ACTIVATED_YET);
            case NoticeOutcome.Sent unknown -> refuse(loan, Reason.UNKNOWN_NOTICE);
            case NoticeOutcome.Failed unknown -> refuse(loan, Reason.UNKNOWN_NOTICE);
            case NoticeOutcome.Shown impossible ->
                throw new IllegalStateException("loan " + loan.loanId() + " has no terms, so it spoke to no handset");
            case TamperSeen impossible ->
                throw new IllegalStateException("loan " + loan.loanId() + " has no terms, so it governs no handset");
            case HandsetContradicts impossible ->
                throw new IllegalStateException("loan " + loan.loanId() + " has no terms, so it spoke to no handset");
            case Rebuilt again -> Verdict.unmoved(loan, Outlook.NONE);
            case DeadlinePassed due ->
                throw new IllegalStateException("loan " + loan.loanId() + " has no terms, so nothing can fall due");
        };
    }

    private static Verdict keep(Announced loan) {
        long number = loan.decisions() + 1;
        return Verdict.noted(loan.decided(number), new Waits(number, Reason.NOT_ACTIVATED_YET), Outlook.NONE);
    }

    private static Verdict refuse(Announced loan, Reason reason) {
        long number = loan.decisions() + 1;
        return Verdict.noted(loan.decided(number), new Refused(number, reason), Outlook.NONE);
    }

    private static Verdict park(Announced loan, Payment payment, Surroundings around) {
        long number = loan.decisions() + 1;
        boolean parkedAlready = around.parked(loan.loanId()).stream()
                .anyMatch(parked -> parked.paymentId().equals(payment.paymentId()));
        Verdict verdict =
                Verdict.noted(loan.decided(number), new Parked(number, Reason.UNKNOWN_LOAN, payment), Outlook.NONE);
        return parkedAlready ? verdict : verdict.parking(List.of(new Parking(payment, Reason.UNKNOWN_LOAN)));
    }

    private static Verdict activate(Announced loan, Terms terms, Surroundings around, Instant now) {
        Contract signed = Contract.signed(loan, terms);
        Map<Boolean, List<Payment>> parked =
                around.parked(loan.loanId()).stream().collect(partitioningBy(signed::accepts));
        List<Payment> fitting = parked.getOrDefault(true, List.of());
        List<Payment> misfits = parked.getOrDefault(false, List.of());
        List<Decision> leftBehind = leftBehind(loan, terms, misfits);
        Contract contract = signed.with(loan.facts().plus(fitting)).decided(loan.decisions() + leftBehind.size());
        Verdict verdict = Judgement.of(contract, enrolled(loan, terms, around), Reason.LOAN_ACTIVATED, around, now);
        return verdict.after(leftBehind)
                .parking(misfits.stream()
                        .map(payment -> new Parking(payment, Reason.OTHER_CURRENCY))
                        .toList())
                .claiming(fitting.stream().map(Payment::paymentId).toList());
    }

    private static Handset enrolled(Announced loan, Terms terms, Surroundings around) {
        Handset handset = around.handset(terms.deviceId());
        return handset.bound(handset.bindings().plus(loan.bindingsOf(terms.deviceId())));
    }

    /** Enrollments of other phones and money of other currencies waited in vain, and that is on record. */
    private static List<Decision> leftBehind(Announced loan, Terms terms, List<Payment> misfits) {
        List<Decision> decisions = new ArrayList<>();
        long number = loan.decisions();
        for (EnrolledHandset one : loan.enrollments()) {
            if (!one.deviceId().equals(terms.deviceId())) {
                decisions.add(new Refused(++number, Reason.ENROLLMENT_OF_ANOTHER_DEVICE));
            }
        }
        for (Payment payment : misfits) {
            decisions.add(new Parked(++number, Reason.OTHER_CURRENCY, payment));
        }
        return decisions;
    }
}
