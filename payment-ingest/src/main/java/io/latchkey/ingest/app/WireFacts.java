package io.latchkey.ingest.app;

import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.InstallmentEvent.LoanActivated;
import io.latchkey.events.InstallmentEvent.LoanAmended;
import io.latchkey.events.PartnerRequest;
import io.latchkey.ingest.domain.Amendment;
import io.latchkey.ingest.domain.ChosenPolicy;
import io.latchkey.ingest.domain.Due;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Request;
import java.util.Optional;

/** Hears facts in the shared language: what {@link WireEvents} says, the other way round. */
final class WireFacts {

    private WireFacts() {}

    /** The fact that was said, but for the second IMEI and the borrower's contact: no event tells them in the open. */
    static Fact of(InstallmentEvent event) {
        return switch (event) {
            case LoanActivated loan -> activation(loan);
            case LoanAmended loan -> amendment(loan);
            case InstallmentEvent.LoanClosed loan -> new Fact.Closure(loan.loanId(), loan.reason());
            case InstallmentEvent.PaymentReceived payment ->
                new Fact.Payment(payment.loanId(), payment.paymentId(), payment.amount(), payment.paidAt());
            case InstallmentEvent.PaymentReversed reversal ->
                new Fact.Reversal(reversal.loanId(), reversal.paymentId(), reversal.reversedAt());
            case InstallmentEvent.PaymentPending pending ->
                new Fact.PendingPayment(pending.loanId(), pending.paymentId(), pending.amount(), pending.initiatedAt());
            case InstallmentEvent.FeedWatermark watermark -> new Fact.Watermark(watermark.completeThrough());
            case PartnerRequest.LockRequested lock ->
                new Request.Lock(lock.loanId(), lock.requestId(), lock.reason(), lock.notBefore());
            case PartnerRequest.UnlockRequested unlock ->
                new Request.Unlock(unlock.loanId(), unlock.requestId(), unlock.reason());
            case PartnerRequest.RequestWithdrawn withdrawn ->
                new Request.Withdrawal(withdrawn.loanId(), withdrawn.requestId());
        };
    }

    private static Fact.Activation activation(LoanActivated loan) {
        return new Fact.Activation(
                loan.loanId(),
                loan.deviceId(),
                Optional.empty(),
                loan.currency(),
                loan.timeZone(),
                new ChosenPolicy(loan.policyName(), loan.policyVersion(), loan.jurisdiction()),
                loan.installments(),
                loan.consent(),
                loan.locale(),
                Optional.empty());
    }

    private static Amendment amendment(LoanAmended loan) {
        return new Amendment(
                loan.loanId(),
                loan.installments().stream().findFirst().map(first -> first.amount()
                        .currency()),
                loan.installments().stream().map(Due::of).toList(),
                loan.effectiveAt(),
                loan.statedAt());
    }
}
