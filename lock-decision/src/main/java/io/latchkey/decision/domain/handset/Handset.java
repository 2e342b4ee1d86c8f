package io.latchkey.decision.domain.handset;

import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import java.util.List;
import java.util.Optional;

/**
 * What we know of a financed phone.
 *
 * @param deviceId the phone
 * @param governor the loan that governs it now; at most one, and nothing while it is free
 * @param bindings which of its enrollments count
 * @param revision the revision that was said last; only grows, across enrollments and loans
 * @param stated what was said last, or nothing if nothing was said yet
 * @param awaited the revision by which the phone proves that its screen told the borrower something; nothing if no such
 *     proof is needed
 */
public record Handset(
        DeviceId deviceId,
        Optional<LoanId> governor,
        Bindings bindings,
        long revision,
        Optional<Desired> stated,
        Optional<Long> awaited) {

    /**
     * How far a handset's revision may be above ours to be believed. A phone that is told something every minute needs two
     * years for it, so no restored database is that old; and a thief with the phone's key needs billions of reports to
     * use the numbers up.
     */
    public static final long LARGEST_JUMP = 1_000_000;

    /**
     * A phone that nothing is known of.
     *
     * @param deviceId the phone
     * @return a handset without loan and enrollment
     */
    public static Handset unseen(DeviceId deviceId) {
        return new Handset(deviceId, Optional.empty(), Bindings.NONE, 0, Optional.empty(), Optional.empty());
    }

    /**
     * Notes which enrollments count now.
     *
     * @param now the bindings after an enrollment, a contest or its settlement
     * @return the handset with them
     */
    public Handset bound(Bindings now) {
        return new Handset(deviceId, governor, now, revision, stated, awaited);
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
        return new Handset(deviceId, Optional.of(loanId), bindings, revision, stated, awaited);
    }

    /**
     * Takes the phone from a loan.
     *
     * @param loanId the loan that is over
     * @return the handset without it
     */
    public Handset releasedBy(LoanId loanId) {
        return new Handset(
                deviceId, governor.filter(other -> !other.equals(loanId)), bindings, revision, stated, awaited);
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
     * Tells whether an enrollment that counts was not spoken to yet.
     *
     * @return true if what was said last was not said to all that count
     */
    public boolean awaitsFirstWord() {
        return !stated.map(Desired::enrollments).orElse(List.of()).containsAll(bindings.heard());
    }

    /**
     * Tells whether the phone proves that it was told something which we do not know of: a higher revision than ours, or
     * other content under ours. Only an enrollment that counts proves anything: one that we have not heard of yet is told
     * anew anyway.
     *
     * @param word what it signed
     * @return true if we have to speak above it
     */
    public boolean isContradictedBy(HandsetWord word) {
        if (!bindings.heard().contains(word.enrollment()) || word.revision() < revision) {
            return false;
        }
        return word.revision() > revision
                || stated.filter(said -> said.enrollments().contains(word.enrollment()))
                        .map(said -> word.deniesOurs()
                                || word.obeys()
                                        .filter(stage ->
                                                stage != said.standing().stage())
                                        .isPresent())
                        .orElse(false);
    }

    /**
     * Tells whether the phone proves that its screen told the borrower what had to be proved.
     *
     * @param word what it signed
     * @return true if an enrollment that counts holds that revision
     */
    public boolean isProofBy(HandsetWord word) {
        return bindings.heard().contains(word.enrollment())
                && awaited.filter(from -> word.revision() >= from && word.revision() <= revision)
                        .isPresent();
    }

    /**
     * Notes what proof is needed of the phone.
     *
     * @param proof the revision by which it proves something, or nothing
     * @return the handset with that
     */
    public Handset awaiting(Optional<Long> proof) {
        return new Handset(deviceId, governor, bindings, revision, stated, proof);
    }

    /**
     * Tells whether a revision can be one of ours.
     *
     * @param held what the phone says that it holds
     * @return false if it is more than {@link #LARGEST_JUMP} above the newest that we know of
     */
    public boolean mayHold(long held) {
        return held - revision <= LARGEST_JUMP;
    }

    /**
     * Believes what the phone holds; the next word stands above it.
     *
     * @param held its revision
     * @return the handset with at least that revision
     */
    public Handset holding(long held) {
        return new Handset(deviceId, governor, bindings, Math.max(revision, held), stated, awaited);
    }

    /**
     * Says a desired state.
     *
     * @param desired the whole state
     * @return the handset with the next revision
     */
    public Handset told(Desired desired) {
        return new Handset(deviceId, governor, bindings, Math.addExact(revision, 1), Optional.of(desired), awaited);
    }
}
