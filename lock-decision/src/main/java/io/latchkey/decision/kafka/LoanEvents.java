package io.latchkey.decision.kafka;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.NoticeOutcome;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.DeviceReport.ContestSettled;
import io.latchkey.events.DeviceReport.EnrollmentCompleted;
import io.latchkey.events.DeviceReport.EnrollmentContested;
import io.latchkey.events.Event;
import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.InstallmentEvent.LoanActivated;
import io.latchkey.events.InstallmentEvent.LoanAmended;
import io.latchkey.events.InstallmentEvent.LoanClosed;
import io.latchkey.events.InstallmentEvent.PaymentPending;
import io.latchkey.events.InstallmentEvent.PaymentReceived;
import io.latchkey.events.InstallmentEvent.PaymentReversed;
import io.latchkey.events.NoticeReceipt;
import io.latchkey.events.NoticeReceipt.NoticeFailed;
import io.latchkey.events.NoticeReceipt.NoticeSent;
import io.latchkey.events.PartnerRequest.LockRequested;
import io.latchkey.events.PartnerRequest.RequestWithdrawn;
import io.latchkey.events.PartnerRequest.UnlockRequested;
import io.latchkey.events.SupportRequest;
import io.latchkey.events.SupportRequest.ForceUpdateRequested;
import io.latchkey.events.SupportRequest.GrantIssued;
import io.latchkey.events.SupportRequest.GrantRevoked;
import io.latchkey.events.SupportRequest.HoldLifted;
import io.latchkey.events.SupportRequest.HoldPlaced;
import io.latchkey.events.SupportRequest.PaymentMatched;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Wire records as domain events; the only file that knows both. */
final class LoanEvents {

    private LoanEvents() {}

    /** Reads what happened to one loan by somebody's word; nothing if the event is about no single loan. */
    static Optional<LoanEvent> of(Event event, String eventId) {
        return switch (event) {
            case InstallmentEvent.AboutLoan fact -> Optional.of(of(fact, eventId));
            case SupportRequest.ForLoan asked -> Optional.of(of(asked));
            case NoticeReceipt receipt -> Optional.of(of(receipt));
            default -> Optional.empty();
        };
    }

    /**
     * Reads a partner's fact.
     *
     * @throws IllegalArgumentException if its terms contradict themselves
     */
    private static LoanEvent of(InstallmentEvent.AboutLoan event, String eventId) {
        return switch (event) {
            case LoanActivated activated ->
                new LoanEvent.LoanActivated(activated.loanId(), activated.partnerId(), terms(activated));
            case LoanAmended amended ->
                new LoanEvent.LoanAmended(
                        amended.loanId(),
                        amended.partnerId(),
                        new Amendment(
                                eventId,
                                amended.statedAt(),
                                amended.effectiveAt(),
                                new Schedule(currencyOf(amended), amended.installments())));
            case LoanClosed closed -> new LoanEvent.LoanClosed(closed.loanId(), closed.partnerId(), closed.reason());
            case PaymentReceived paid ->
                new LoanEvent.PaymentReceived(
                        paid.loanId(),
                        paid.partnerId(),
                        Payment.reported(paid.paymentId(), paid.amount(), paid.paidAt(), paid.acceptedAt()));
            case PaymentReversed reversed ->
                new LoanEvent.PaymentReversed(
                        reversed.loanId(),
                        reversed.partnerId(),
                        new Reversal(reversed.paymentId(), reversed.acceptedAt()));
            case PaymentPending pending ->
                requested(pending, new Request.Pending(pending.paymentId(), earlier(pending)));
            case LockRequested lock ->
                requested(lock, new Request.Lock(lock.requestId(), lock.reason(), lock.notBefore()));
            case UnlockRequested unlock -> requested(unlock, new Request.Unlock(unlock.requestId()));
            case RequestWithdrawn withdrawn -> requested(withdrawn, new Request.Withdrawal(withdrawn.requestId()));
        };
    }

    private static LoanEvent requested(InstallmentEvent.AboutLoan event, Request request) {
        return new LoanEvent.Requested(event.loanId(), event.partnerId(), request);
    }

    private static Instant earlier(PaymentPending pending) {
        return pending.initiatedAt().isBefore(pending.acceptedAt()) ? pending.initiatedAt() : pending.acceptedAt();
    }

    private static Currency currencyOf(LoanAmended amended) {
        return amended.installments().stream()
                .findFirst()
                .map(installment -> installment.amount().currency())
                .orElseThrow(() -> new IllegalArgumentException("installments must not be empty"));
    }

    /** Reads what support asks for one loan. */
    private static LoanEvent of(SupportRequest.ForLoan request) {
        return switch (request) {
            case HoldPlaced hold -> requested(hold, new Request.Hold(hold.holdId(), hold.requestedAt(), hold.until()));
            case HoldLifted lifted -> requested(lifted, new Request.HoldEnds(lifted.holdId()));
            case GrantIssued grant ->
                requested(grant, new Request.Grant(grant.grantId(), grant.requestedAt(), grant.until()));
            case GrantRevoked revoked -> requested(revoked, new Request.GrantEnds(revoked.grantId()));
            case ForceUpdateRequested forced -> new LoanEvent.ForceUpdateRequested(forced.loanId(), forced.partnerId());
            case PaymentMatched matched ->
                new LoanEvent.PaymentMatched(matched.loanId(), matched.partnerId(), matched.paymentId());
        };
    }

    private static LoanEvent requested(SupportRequest.ForLoan event, Request request) {
        return new LoanEvent.Requested(event.loanId(), event.partnerId(), request);
    }

    /** Reads what became of a notice. */
    private static LoanEvent of(NoticeReceipt receipt) {
        return switch (receipt) {
            case NoticeSent sent ->
                new NoticeOutcome.Sent(sent.loanId(), sent.partnerId(), sent.noticeId(), sent.sentAt());
            case NoticeFailed failed ->
                new NoticeOutcome.Failed(failed.loanId(), failed.partnerId(), failed.noticeId());
        };
    }

    static LoanEvent.BindingChanged of(EnrollmentContested contested) {
        return new LoanEvent.EnrollmentContested(
                contested.loanId(),
                contested.partnerId(),
                contested.deviceId(),
                contested.enrollment(),
                contested.rival());
    }

    static LoanEvent.BindingChanged of(ContestSettled settled) {
        return new LoanEvent.ContestSettled(
                settled.loanId(), settled.partnerId(), settled.deviceId(), settled.enrollment(), settled.kept());
    }

    static LoanEvent.BindingChanged of(EnrollmentCompleted enrolled) {
        return new LoanEvent.EnrollmentCompleted(
                enrolled.loanId(), enrolled.partnerId(), enrolled.deviceId(), enrolled.enrollment());
    }

    private static Terms terms(LoanActivated activated) {
        return new Terms(
                activated.deviceId(),
                new Schedule(activated.currency(), activated.installments()),
                activated.timeZone(),
                activated.policyName(),
                activated.policyVersion(),
                activated.locale(),
                activated.contact());
    }
}
