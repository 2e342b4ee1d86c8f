package io.latchkey.decision.domain;

import java.util.Locale;

/** Why a decision came out as it did, as codes that support and borrowers' pages translate. */
public enum Reason {
    /** The clock came to a moment at which this loan was to be looked at, and nothing changed. */
    DEADLINE_PASSED,
    /** An installment fell due. */
    INSTALLMENT_DUE,
    /** The oldest unpaid installment reached a step of the ladder. */
    DPD_REACHED,
    /** A step of the ladder was reached at an hour or on a day on which its policy enters none. */
    WINDOW_CLOSED,
    /** The borrower was not proved to have been told yet. */
    NOTICE_NOT_PROVED,
    /** No channel could tell the borrower what must be told before. */
    NO_CHANNEL,
    /** The days that a notice leaves to pay are not over. */
    CURE_PERIOD_RUNS,
    /** Money was taken back, and the time that its notice leaves is not over. */
    REVERSAL_NOTICE_RUNS,
    /** A lighter step must have been in force before, on an earlier day. */
    LIGHTER_STEP_FIRST,
    /** Support holds everything back. */
    HOLD_STANDS,
    /** Money is on its way. */
    PAYMENT_PENDING,
    /** The partner's payments are not complete up to the day on which the step was reached. */
    FEED_INCOMPLETE,
    /** The partner never said how complete its payments are. */
    NO_WATERMARK,
    /** The partner said for too long nothing of how complete its payments are. */
    FEED_SILENT,
    /** Money without a loan waits for too long. */
    PARKED_TOO_OLD,
    /** Too much of a day's money is without a loan. */
    PARKED_TOO_MANY,
    /** As many handsets as an hour allows were escalated. */
    CAP_USED_UP,
    /** A law came into force that forbids what the policy says. */
    LAW_FORBIDS,
    /** Money came and something is still due. */
    PAYMENT_RECEIVED,
    /** Money came that was counted before. */
    PAYMENT_KNOWN,
    /** Money came and nothing is due any more. */
    ARREARS_PAID,
    /** All is paid. */
    PAID_IN_FULL,
    /** Money was taken back. */
    PAYMENT_REVERSED,
    /** Money was taken back that was known to be taken back. */
    REVERSAL_KNOWN,
    /** What is due when was agreed anew. */
    LOAN_AMENDED,
    /** The new schedule is in another currency than the loan's. */
    AMENDMENT_IN_OTHER_CURRENCY,
    /** The new schedule asks for less than was paid when it was stated. */
    AMENDMENT_BELOW_PAID,
    /** Somebody asked for something that changes nothing now. */
    REQUEST_NOTED,
    /** Support, or the partner itself, wants the handset free. */
    FREED_ON_REQUEST,
    /** The partner wants the handset locked, or it showed a sign of tampering, and policy and law allow what follows. */
    LOCK_REQUESTED,
    /** Support wants the handset told again. */
    UPDATE_FORCED,
    /** Support found out whose parked money is. */
    PAYMENT_MATCHED,
    /** The money that support matched is not parked any more. */
    NOT_PARKED,
    /** The borrower was told. */
    NOTICE_PROVED,
    /** The borrower could not be told. */
    NOTICE_FAILED,
    /** No notice of that name was ordered. */
    UNKNOWN_NOTICE,
    /** The handset showed a sign of tampering. */
    TAMPERING_SEEN,
    /** The partner closed the loan. */
    LOAN_CLOSED,
    /** The loan began. */
    LOAN_ACTIVATED,
    /** A handset's own key was bound. */
    ENROLLMENT_COMPLETED,
    /** Two enrollments claim to be the handset; nothing is taken until somebody decides which one it is. */
    HANDSET_CONTESTED,
    /** Somebody decided which enrollment is the handset. */
    CONTEST_SETTLED,
    /** The handset proved that it holds a later state than we knew of; it is told the present one above that. */
    HANDSET_AHEAD,
    /** The handset claims a revision so far above ours that it cannot be ours. */
    HANDSET_IMPLAUSIBLE,
    /** Another loan governs the handset. */
    DEVICE_HAS_ANOTHER_LOAN,
    /** The contract's rules have not reached us yet. */
    POLICY_NOT_READ_YET,
    /** Something came for a loan that was not activated yet. */
    NOT_ACTIVATED_YET,
    /** The database was lost and built again; what was decided and never published is decided anew. */
    REBUILT,
    /** The loan is known already. */
    ALREADY_ACTIVE,
    /** The handset that enrolled is not the one that the loan financed. */
    ENROLLMENT_OF_ANOTHER_DEVICE,
    /** Money came for a loan that nobody activated. */
    UNKNOWN_LOAN,
    /** Money came in another currency than the loan's. */
    OTHER_CURRENCY;

    /**
     * The code.
     *
     * @return kebab-case, for example {@code arrears-paid}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
