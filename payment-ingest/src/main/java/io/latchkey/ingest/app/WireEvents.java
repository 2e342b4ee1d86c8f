package io.latchkey.ingest.app;

import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.PartnerRequest;
import io.latchkey.ingest.domain.Amendment;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Request;
import io.latchkey.ingest.domain.SealedContact;

/** Says facts in the shared language. */
final class WireEvents {

    private WireEvents() {}

    static InstallmentEvent of(Arrival arrival) {
        return switch (arrival.fact()) {
            case Fact.Activation loan -> activated(arrival, loan);
            case Fact.Closure loan ->
                new InstallmentEvent.LoanClosed(loan.loanId(), arrival.partnerId(), loan.reason());
            case Fact.Payment payment ->
                new InstallmentEvent.PaymentReceived(
                        payment.loanId(),
                        arrival.partnerId(),
                        payment.paymentId(),
                        payment.amount(),
                        payment.paidAt(),
                        arrival.acceptedAt());
            case Fact.Reversal reversal ->
                new InstallmentEvent.PaymentReversed(
                        reversal.loanId(),
                        arrival.partnerId(),
                        reversal.paymentId(),
                        reversal.reversedAt(),
                        arrival.acceptedAt());
            case Fact.PendingPayment pending ->
                new InstallmentEvent.PaymentPending(
                        pending.loanId(),
                        arrival.partnerId(),
                        pending.paymentId(),
                        pending.amount(),
                        pending.initiatedAt(),
                        arrival.acceptedAt());
            case Amendment amendment ->
                new InstallmentEvent.LoanAmended(
                        amendment.loanId(),
                        arrival.partnerId(),
                        amendment.installments(),
                        amendment.effectiveAt(),
                        amendment.statedAt());
            case Request request -> requested(arrival, request);
            case Fact.Watermark watermark ->
                new InstallmentEvent.FeedWatermark(arrival.partnerId(), watermark.completeThrough());
        };
    }

    private static PartnerRequest requested(Arrival arrival, Request request) {
        return switch (request) {
            case Request.Lock lock ->
                new PartnerRequest.LockRequested(
                        lock.loanId(),
                        arrival.partnerId(),
                        lock.requestId(),
                        lock.reason(),
                        lock.notBefore(),
                        arrival.acceptedAt());
            case Request.Unlock unlock ->
                new PartnerRequest.UnlockRequested(
                        unlock.loanId(),
                        arrival.partnerId(),
                        unlock.requestId(),
                        unlock.reason(),
                        arrival.acceptedAt());
            case Request.Withdrawal withdrawal ->
                new PartnerRequest.RequestWithdrawn(
                        withdrawal.loanId(), arrival.partnerId(), withdrawal.requestId(), arrival.acceptedAt());
        };
    }

    private static InstallmentEvent activated(Arrival arrival, Fact.Activation loan) {
        return new InstallmentEvent.LoanActivated(
                loan.loanId(),
                arrival.partnerId(),
                loan.deviceId(),
                loan.currency(),
                loan.timeZone(),
                loan.policy().jurisdiction(),
                loan.policy().name(),
                loan.policy().version(),
                loan.installments(),
                loan.consent(),
                loan.locale(),
                loan.contact().map(SealedContact::contact));
    }
}
