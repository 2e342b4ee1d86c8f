package io.latchkey.decision.model;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.NoticeOutcome;
import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.Bindings;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.policy.TamperSignal;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was told of one loan, each slip as it came: nothing is merged, sorted or thrown away.
 *
 * @param payments money that came
 * @param reversals money that was taken back
 * @param amendments schedules that were agreed anew
 * @param closings why the partner closed the loan
 * @param requests what was asked
 * @param bindings what is known of the handset's enrollments
 */
record Slips(
        List<Payment> payments,
        List<Reversal> reversals,
        List<Amendment> amendments,
        List<ClosingReason> closings,
        List<Request> requests,
        List<LoanEvent.BindingChanged> bindings) {

    static Slips none() {
        return new Slips(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    void keep(LoanEvent event) {
        switch (event) {
            case LoanEvent.PaymentReceived one -> payments.add(one.payment());
            case LoanEvent.PaymentReversed one -> reversals.add(one.reversal());
            case LoanEvent.LoanAmended one -> amendments.add(one.amendment());
            case LoanEvent.LoanClosed one -> closings.add(one.closing());
            case LoanEvent.Requested one -> requests.add(one.request());
            case LoanEvent.TamperSeen one -> requests.add(new Request.Sign(one.signal()));
            case LoanEvent.BindingChanged one -> bindings.add(one);
            case LoanEvent.LoanActivated other -> {}
            case LoanEvent.PaymentMatched other -> {}
            case LoanEvent.ForceUpdateRequested other -> {}
            case LoanEvent.HandsetContradicts other -> {}
            case LoanEvent.DeadlinePassed other -> {}
            case LoanEvent.Rebuilt other -> {}
            case NoticeOutcome other -> {}
        }
    }

    /** An enrollment after another one shows that the phone was reset; two at once, that there are two of it. */
    void showsIn(LoanEvent.BindingChanged change) {
        Bindings before = bindingsNow();
        if (before.newest() > 0 && change.after(before).newest() > before.newest()) {
            requests.add(new Request.Sign(TamperSignal.WIPE));
        }
        if (change instanceof LoanEvent.EnrollmentContested) {
            requests.add(new Request.Sign(TamperSignal.CLONE));
        }
    }

    private Bindings bindingsNow() {
        Bindings now = Bindings.NONE;
        for (LoanEvent.BindingChanged one : bindings) {
            now = one.after(now);
        }
        return now;
    }

    /** The same slips without the reversals that are not among these. */
    Slips withOnly(List<Reversal> these) {
        return new Slips(payments, these, amendments, closings, requests, bindings);
    }

    boolean letGo() {
        return closings.stream().anyMatch(reason -> reason != ClosingReason.REPOSSESSED);
    }

    boolean repossessed() {
        return closings.contains(ClosingReason.REPOSSESSED);
    }

    boolean contested() {
        return bindings.stream().anyMatch(LoanEvent.EnrollmentContested.class::isInstance)
                && bindings.stream().noneMatch(LoanEvent.ContestSettled.class::isInstance);
    }
}
