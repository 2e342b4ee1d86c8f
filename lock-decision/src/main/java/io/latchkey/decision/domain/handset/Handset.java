package io.latchkey.decision.domain.handset;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import java.util.Optional;

/**
 * What we know of a financed phone.
 *
 * @param deviceId the phone
 * @param governor the loan that governs it now; at most one, and nothing while it is free
 * @param enrollment the newest enrollment; 0 before the first
 * @param revision the revision that was said last; only grows, across enrollments and loans
 * @param stated what was said last, or nothing if nothing was said yet
 */
public record Handset(
        DeviceId deviceId, Optional<LoanId> governor, int enrollment, long revision, Optional<Desired> stated) {

    /**
     * A phone that nothing is known of.
     *
     * @param deviceId the phone
     * @return a handset without loan and enrollment
     */
    public static Handset unseen(DeviceId deviceId) {
        return new Handset(deviceId, Optional.empty(), 0, 0, Optional.empty());
    }

    /**
     * Notes an enrollment; an older one than the newest changes nothing.
     *
     * @param number the enrollment's number
     * @return the handset after it
     */
    public Handset enrolled(int number) {
        return new Handset(deviceId, governor, Math.max(enrollment, number), revision, stated);
    }

    /**
     * Hands the phone to a loan.
     *
     * @param loanId the loan
     * @return the handset under that loan
     * @throws IllegalStateException if another loan governs it
     */
    public Handset governedBy(LoanId loanId) {
        if (!freeFor(loanId)) {
            throw new IllegalStateException("device " + deviceId + " is governed by another loan than " + loanId);
        }
        return new Handset(deviceId, Optional.of(loanId), enrollment, revision, stated);
    }

    /**
     * Takes the phone from a loan.
     *
     * @param loanId the loan that is over
     * @return the handset without it
     */
    public Handset releasedBy(LoanId loanId) {
        return new Handset(deviceId, governor.filter(other -> !other.equals(loanId)), enrollment, revision, stated);
    }

    /**
     * Tells whether a loan may govern the phone.
     *
     * @param loanId the loan
     * @return true if no other loan governs it
     */
    public boolean freeFor(LoanId loanId) {
        return governor.isEmpty() || governor.get().equals(loanId);
    }

    /**
     * Tells whether the newest enrollment was told nothing yet.
     *
     * @return true if there is an enrollment and what was said last was said to an older one, or to none
     */
    public boolean awaitsFirstWord() {
        return enrollment > stated.map(Desired::enrollment).orElse(0);
    }

    /**
     * Says a desired state.
     *
     * @param desired the whole state
     * @return the handset with the next revision
     */
    public Handset told(Desired desired) {
        return new Handset(deviceId, governor, enrollment, Math.addExact(revision, 1), Optional.of(desired));
    }
}
