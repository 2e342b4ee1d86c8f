package io.latchkey.decision.kafka;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.DeviceReport.ContestSettled;
import io.latchkey.events.DeviceReport.EnrollmentCompleted;
import io.latchkey.events.DeviceReport.EnrollmentContested;
import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.InstallmentEvent.LoanActivated;
import io.latchkey.events.InstallmentEvent.LoanClosed;
import io.latchkey.events.InstallmentEvent.PaymentReceived;
import io.latchkey.events.InstallmentEvent.PaymentReversed;

/** Wire records as domain events; the only file that knows both. */
final class LoanEvents {

    private LoanEvents() {}

    /**
     * Reads a partner's fact.
     *
     * @throws IllegalArgumentException if its terms contradict themselves
     */
    static LoanEvent of(InstallmentEvent.AboutLoan event) {
        return switch (event) {
            case LoanActivated activated ->
                new LoanEvent.LoanActivated(activated.loanId(), activated.partnerId(), terms(activated));
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
                activated.locale());
    }
}
