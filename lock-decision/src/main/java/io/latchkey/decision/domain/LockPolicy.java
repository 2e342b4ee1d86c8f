package io.latchkey.decision.domain;

import io.latchkey.decision.domain.Decision.Parked;
import io.latchkey.decision.domain.Decision.Refused;
import io.latchkey.decision.domain.LoanEvent.BindingChanged;
import io.latchkey.decision.domain.LoanEvent.ContestSettled;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.LoanEvent.EnrollmentCompleted;
import io.latchkey.decision.domain.LoanEvent.EnrollmentContested;
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
import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.decision.domain.notice.NoticeLedger;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.decision.domain.request.Requests;
import io.latchkey.events.policy.TamperSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            case PaymentMatched matched -> match(contract, matched, around, now);
            case LoanAmended amended -> amend(contract, amended.amendment(), around, now);
            case LoanClosed closed -> {
                Facts facts = contract.facts().plus(closed.closing());
                yield judged(contract.with(facts), Reason.LOAN_CLOSED, around, now);
            }
            case BindingChanged change -> {
                Handset before = handsetOf(contract, around);
                Handset handset = before.bound(change.after(before.bindings()));
                Requests requests = contract.requests().plus(signs(contract, change, before, handset));
                yield Judgement.of(contract.with(requests), handset, reasonOf(change), around, now);
            }
            case HandsetContradicts contradiction -> Restatement.decide(contract, contradiction, around, now);
            case Requested requested -> asked(contract, requested.request(), Reason.REQUEST_NOTED, around, now);
            case TamperSeen seen ->
                asked(contract, new Request.Sign(seen.signal()), Reason.TAMPERING_SEEN, around, now);
            case ForceUpdateRequested forced -> judged(contract, Reason.UPDATE_FORCED, around, now);
            case NoticeOutcome.Sent sent -> told(contract, sent, sent.noticeId(), around, now);
            case NoticeOutcome.Failed failed -> told(contract, failed, failed.noticeId(), around, now);
            case NoticeOutcome.Shown shown -> {
                NoticeLedger ledger = contract.notices().heldBy(shown.revision(), now);
                yield judged(contract.with(ledger), Reason.NOTICE_PROVED, around, now);
            }
            case DeadlinePassed due -> judged(contract, Reason.DEADLINE_PASSED, around, now);
            case Rebuilt again -> judged(contract, Reason.REBUILT, around, now);
        };
    }

    private static Verdict asked(
            Contract contract, Request request, Reason occasion, Surroundings around, Instant now) {
        return judged(contract.with(contract.requests().plus(request)), occasion, around, now);
    }

    private static Verdict judged(Contract contract, Reason occasion, Surroundings around, Instant now) {
        return Judgement.of(contract, handsetOf(contract, around), occasion, around, now);
    }

    private static Verdict told(
            Contract contract, LoanEvent receipt, String noticeId, Surroundings around, Instant now) {
        if (!contract.notices().knows(noticeId)) {
            return refused(contract, Reason.UNKNOWN_NOTICE, around, now);
        }
        return receipt instanceof NoticeOutcome.Sent sent
                ? judged(
                        contract.with(contract.notices().sent(noticeId, sent.sentAt())),
                        Reason.NOTICE_PROVED,
                        around,
                        now)
                : judged(contract.with(contract.notices().notArrived(noticeId)), Reason.NOTICE_FAILED, around, now);
    }

    private static Verdict amend(Contract contract, Amendment amendment, Surroundings around, Instant now) {
        Schedule signed = contract.terms().schedule();
        if (!amendment.schedule().currency().equals(signed.currency())) {
            return refused(contract, Reason.AMENDMENT_IN_OTHER_CURRENCY, around, now);
        }
        Facts facts = contract.facts().plus(amendment);
        return facts.isValid(amendment, signed)
                ? judged(contract.with(facts), Reason.LOAN_AMENDED, around, now)
                : refused(contract.with(facts), Reason.AMENDMENT_BELOW_PAID, around, now);
    }

    /** Whoever claims the money counts it; it is claimed once, whoever else matches it. */
    private static Verdict match(Contract contract, PaymentMatched matched, Surroundings around, Instant now) {
        Optional<Payment> money = around.parked(contract.partnerId(), matched.paymentId());
        if (money.isEmpty()) {
            return refused(contract, Reason.NOT_PARKED, around, now);
        }
        if (!contract.accepts(money.get())) {
            return refused(contract, Reason.OTHER_CURRENCY, around, now);
        }
        Facts facts = contract.facts().plus(List.of(money.get()));
        return judged(contract.with(facts), Reason.PAYMENT_MATCHED, around, now).claiming(List.of(matched.paymentId()));
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

    /** What an enrollment shows of a handset that the loan governs: that it was reset, or that there are two of it. */
    private static List<Request> signs(Contract contract, BindingChanged change, Handset before, Handset then) {
        if (contract.phase() != Contract.Phase.GOVERNING) {
            return List.of();
        }
        List<Request> signs = new ArrayList<>();
        int known = before.bindings().newest();
        if (known > 0 && then.bindings().newest() > known) {
            signs.add(new Request.Sign(TamperSignal.WIPE));
        }
        if (change instanceof EnrollmentContested) {
            signs.add(new Request.Sign(TamperSignal.CLONE));
        }
        return signs;
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
                contract.decided(number), new Refused(number, reason), Judgement.outlook(contract, around, now));
    }

    private static Verdict parked(Contract contract, Payment payment, Surroundings around, Instant now) {
        long number = contract.decisions() + 1;
        Parked decision = new Parked(number, Reason.OTHER_CURRENCY, payment);
        return Verdict.noted(contract.decided(number), decision, Judgement.outlook(contract, around, now))
                .parking(List.of(new Parking(payment, Reason.OTHER_CURRENCY)));
    }

    static Handset handsetOf(Contract contract, Surroundings around) {
        return around.handset(contract.terms().deviceId());
    }
}
