package io.latchkey.ingest.app;

import io.latchkey.events.InstallmentEvent;
import io.latchkey.ingest.domain.Fact;
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
            case Fact.Watermark watermark ->
                new InstallmentEvent.FeedWatermark(arrival.partnerId(), watermark.completeThrough());
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
