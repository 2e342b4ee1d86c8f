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
