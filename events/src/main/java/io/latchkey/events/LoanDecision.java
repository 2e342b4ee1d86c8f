package io.latchkey.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What lock-decision decided about a loan, and why; also decisions that move nothing. */
public sealed interface LoanDecision extends Event {

    /**
     * The loan it is about.
     *
     * @return the loan
     */
    LoanId loanId();

    /**
     * The partner of the loan.
     *
     * @return the partner
     */
    PartnerId partnerId();

    /**
     * Counts the decisions of one loan, from 1.
     *
     * @return the number
     */
    long number();

    /**
     * When it was decided, on the business clock.
     *
     * @return the moment
     */
    Instant decidedAt();

    @Override
    default Topic topic() {
        return Topic.LOAN_DECISIONS;
    }

    @Override
    default String key() {
        return loanId().value();
    }

    /**
     * Everything that a decision about a known loan rests on.
     *
     * @param deviceId the handset
     * @param reason a code in kebab-case, for example {@code dpd-reached}
     * @param policyClause the clause that was applied, or nothing if none was
     * @param position the amounts and days that were judged
     * @param revision the revision of the intent it led to, or nothing if the handset need not hear of it
     * @param inputs all else that was weighed, from which the same stage comes out again; nothing while no policy is known
     * @param memory what the loan remembers from then on; nothing if it remembers what it did before
     */
    record Basis(
            DeviceId deviceId,
            String reason,
            Optional<String> policyClause,
            Position position,
            Optional<Long> revision,
            Optional<Inputs> inputs,
            Optional<LoanMemory> memory) {}

    /**
     * What a stage was worked out from, beside the position.
     *
     * @param policy the policy's version, for example {@code standard@1}
     * @param pack the law's version, for example {@code ZZ@1}
     * @param before the restrictions before
     * @param cause what the stage follows from: {@code over}, {@code stays}, {@code paid}, {@code freed}, {@code event} or
     *     {@code clock}
     * @param rungs rising: the steps that would take more and what kept each away, where the clock weighed them; and
     *     always a step to which somebody's word leads. What else the ladder reached follows from position, policy and pack
     */
    record Inputs(String policy, String pack, List<Restriction> before, String cause, List<Rung> rungs) {

        /** Copies the lists. */
        public Inputs {
            before = List.copyOf(before);
            rungs = List.copyOf(rungs);
        }
    }

    /**
     * A step that was reached.
     *
     * @param clause names the step
     * @param stage its stage
     * @param restrictions what it takes away
     * @param demanded whether somebody's word leads to it, and not the days past due
     * @param hindrances what keeps it away; nothing does if it is empty
     */
    record Rung(
            String clause, Stage stage, List<Restriction> restrictions, boolean demanded, List<Hindrance> hindrances) {

        /** Copies the lists. */
        public Rung {
            restrictions = List.copyOf(restrictions);
            hindrances = List.copyOf(hindrances);
        }
    }

    /**
     * What keeps a step from being entered.
     *
     * @param reason a code in kebab-case
     * @param until when it ends by itself, or nothing if something else must happen
     */
    record Hindrance(String reason, Optional<Instant> until) {}

    /**
     * A stage was entered that is harsher than the one before.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param number the decision's number
     * @param decidedAt business time
     * @param from the stage before
     * @param stage the stage now
     * @param basis why
     */
    record StageEntered(
            LoanId loanId, PartnerId partnerId, long number, Instant decidedAt, Stage from, Stage stage, Basis basis)
            implements LoanDecision {}

    /**
     * A stage was left for a milder one.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param number the decision's number
     * @param decidedAt business time
     * @param from the stage that was left
     * @param stage the stage now
     * @param basis why
     */
    record StageLeft(
            LoanId loanId, PartnerId partnerId, long number, Instant decidedAt, Stage from, Stage stage, Basis basis)
            implements LoanDecision {}

    /**
     * A step was reached and is not entered.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param number the decision's number
     * @param decidedAt business time
     * @param stage the stage, which stays
     * @param wanted the stage that was reached
     * @param basis why; its reason is the first of what keeps the step away
     */
    record EscalationHeld(
            LoanId loanId, PartnerId partnerId, long number, Instant decidedAt, Stage stage, Stage wanted, Basis basis)
            implements LoanDecision {}

    /**
     * The stage stays; perhaps the amount on the screen changed.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param number the decision's number
     * @param decidedAt business time
     * @param stage the stage before and now
     * @param basis why
     */
    record StageKept(LoanId loanId, PartnerId partnerId, long number, Instant decidedAt, Stage stage, Basis basis)
            implements LoanDecision {}

    /**
     * The handset is free for good.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param number the decision's number
     * @param decidedAt business time
     * @param from the stage before
     * @param basis why
     */
    record Released(LoanId loanId, PartnerId partnerId, long number, Instant decidedAt, Stage from, Basis basis)
            implements LoanDecision {}

    /**
     * A loan cannot begin yet.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param number the decision's number
     * @param decidedAt business time
     * @param reason {@code device-has-another-loan} or {@code policy-not-read-yet}
     */
    record LoanWaiting(LoanId loanId, PartnerId partnerId, long number, Instant decidedAt, String reason)
            implements LoanDecision {}

    /**
     * What was asked for a loan cannot be done at all.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param number the decision's number
     * @param decidedAt business time
     * @param reason for example {@code already-active}
     */
    record LoanRefused(LoanId loanId, PartnerId partnerId, long number, Instant decidedAt, String reason)
            implements LoanDecision {}

    /**
     * Money does not fit a loan and waits until it does.
     *
     * @param loanId the loan that it names
     * @param partnerId the partner
     * @param number the decision's number; a loan that is not known yet is counted too
     * @param decidedAt business time
     * @param paymentId the payment
     * @param amount the money
     * @param reason {@code unknown-loan} or {@code other-currency}
     */
    record PaymentParked(
            LoanId loanId,
            PartnerId partnerId,
            long number,
            Instant decidedAt,
            PaymentId paymentId,
            Money amount,
            String reason)
            implements LoanDecision {}
}
