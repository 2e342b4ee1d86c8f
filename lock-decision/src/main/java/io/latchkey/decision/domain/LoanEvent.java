package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;
import io.latchkey.events.policy.TamperSignal;

/** What can happen to a loan. Time is an event too. */
public sealed interface LoanEvent
        permits LoanEvent.LoanActivated,
                LoanEvent.LoanAmended,
                LoanEvent.LoanClosed,
                LoanEvent.PaymentReceived,
                LoanEvent.PaymentReversed,
                LoanEvent.PaymentMatched,
                LoanEvent.Requested,
                LoanEvent.ForceUpdateRequested,
                LoanEvent.TamperSeen,
                LoanEvent.BindingChanged,
                LoanEvent.HandsetContradicts,
                LoanEvent.DeadlinePassed,
                LoanEvent.Rebuilt,
                NoticeOutcome {

    /**
     * The loan it happens to.
     *
     * @return the loan
     */
    LoanId loanId();

    /**
     * The partner that it is said to belong to.
     *
     * @return the partner
     */
    PartnerId partnerId();

    /**
     * The contract was signed and may govern its handset.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param terms what was signed
     */
    record LoanActivated(LoanId loanId, PartnerId partnerId, Terms terms) implements LoanEvent {}

    /**
     * The partner closed the loan.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param closing why
     */
    record LoanClosed(LoanId loanId, PartnerId partnerId, ClosingReason closing) implements LoanEvent {}

    /**
     * Money came in.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param payment the money
     */
    record PaymentReceived(LoanId loanId, PartnerId partnerId, Payment payment) implements LoanEvent {}

    /**
     * Money was taken back.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param reversal which money, and when we learned of it
     */
    record PaymentReversed(LoanId loanId, PartnerId partnerId, Reversal reversal) implements LoanEvent {}

    /**
     * What is due when was agreed anew.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param amendment the new schedule
     */
    record LoanAmended(LoanId loanId, PartnerId partnerId, Amendment amendment) implements LoanEvent {}

    /**
     * Somebody asks for something, or takes it back.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param request what is asked
     */
    record Requested(LoanId loanId, PartnerId partnerId, Request request) implements LoanEvent {}

    /**
     * Support wants the handset told again what it is.
     *
     * @param loanId the loan
     * @param partnerId the partner
     */
    record ForceUpdateRequested(LoanId loanId, PartnerId partnerId) implements LoanEvent {}

    /**
     * Support found out whose parked money is.
     *
     * @param loanId the loan that it is for
     * @param partnerId the partner
     * @param paymentId the parked payment
     */
    record PaymentMatched(LoanId loanId, PartnerId partnerId, PaymentId paymentId) implements LoanEvent {}

    /**
     * A handset reported a sign of tampering.
     *
     * @param loanId the loan that governs it
     * @param partnerId the partner
     * @param deviceId the handset
     * @param signal the sign
     */
    record TamperSeen(LoanId loanId, PartnerId partnerId, DeviceId deviceId, TamperSignal signal)
            implements LoanEvent {}

    /** Which of a handset's enrollments count may have changed. */
    sealed interface BindingChanged extends LoanEvent {

        /**
         * The handset.
         *
         * @return the device
         */
        DeviceId deviceId();

        /**
         * Which enrollments count then.
         *
         * @param before which counted before
         * @return which count after it
         */
        Bindings after(Bindings before);

        /**
         * The same for another loan: what is known of a handset concerns the loan that governs it.
         *
         * @param loan that loan
         * @param partner its partner
         * @return the event under that loan's name
         */
        BindingChanged of(LoanId loan, PartnerId partner);
    }

    /**
     * A handset's own key was bound to its device.
     *
     * @param loanId the loan that the enrollment names
     * @param partnerId the partner
     * @param deviceId the handset
     * @param enrollment the binding's number, from 1
     */
    record EnrollmentCompleted(LoanId loanId, PartnerId partnerId, DeviceId deviceId, int enrollment)
            implements BindingChanged {

        @Override
        public Bindings after(Bindings before) {
            return before.enrolled(enrollment);
        }

        @Override
        public EnrollmentCompleted of(LoanId loan, PartnerId partner) {
            return new EnrollmentCompleted(loan, partner, deviceId, enrollment);
        }
    }

    /**
     * Two enrollments claim the handset.
     *
     * @param loanId the loan that the newest enrollment names
     * @param partnerId the partner
     * @param deviceId the handset
     * @param enrollment the newest enrollment
     * @param rival the older one that turned up
     */
    record EnrollmentContested(LoanId loanId, PartnerId partnerId, DeviceId deviceId, int enrollment, int rival)
            implements BindingChanged {

        @Override
        public Bindings after(Bindings before) {
            return before.contested(enrollment, rival);
        }

        @Override
        public EnrollmentContested of(LoanId loan, PartnerId partner) {
            return new EnrollmentContested(loan, partner, deviceId, enrollment, rival);
        }
    }

    /**
     * Somebody decided which enrollment is the handset.
     *
     * @param loanId the loan that the newest enrollment names
     * @param partnerId the partner
     * @param deviceId the handset
     * @param enrollment the newest enrollment
     * @param kept the one that is the handset
     */
    record ContestSettled(LoanId loanId, PartnerId partnerId, DeviceId deviceId, int enrollment, int kept)
            implements BindingChanged {

        @Override
        public Bindings after(Bindings before) {
            return before.settled(enrollment, kept);
        }

        @Override
        public ContestSettled of(LoanId loan, PartnerId partner) {
            return new ContestSettled(loan, partner, deviceId, enrollment, kept);
        }
    }

    /**
     * A handset proves that it was told something that we do not know of.
     *
     * @param loanId the loan that speaks to it
     * @param partnerId the partner
     * @param word what the handset signed
     */
    record HandsetContradicts(LoanId loanId, PartnerId partnerId, HandsetWord word) implements LoanEvent {}

    /**
     * The loan's turn to be judged by the clock has come. Only this event takes something from a borrower: whatever
     * else happens may free, or leave as it is.
     *
     * @param loanId the loan
     * @param partnerId the partner
     */
    record DeadlinePassed(LoanId loanId, PartnerId partnerId) implements LoanEvent {}

    /**
     * The loan was built again from the topics, perhaps without what was decided last: what frees is decided anew at once.
     *
     * @param loanId the loan
     * @param partnerId the partner
     */
    record Rebuilt(LoanId loanId, PartnerId partnerId) implements LoanEvent {}
}
