package io.latchkey.decision.domain;

import io.latchkey.decision.domain.Contract.Phase;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.decision.domain.notice.NoticeLedger.Shown;
import io.latchkey.events.policy.TamperSignal;
import java.util.List;
import java.util.Optional;

/**
 * What a loan remembers of what was decided: all that neither facts nor receipts say. It goes on record whole with each
 * decision that changes it, so that a lost database is built again from the topics.
 *
 * @param phase how far it has come
 * @param standing where it stands
 * @param ascent the first step that took something in this time in arrears, or nothing if none did
 * @param shown the notices that the screen has shown, in the order in which they were ordered
 * @param signs the signs of tampering that its handset gave while it governed it
 * @param batchId what it waits in for a place under the cap, or was released with; nothing if it needs none
 */
public record Memory(
        Phase phase,
        Standing standing,
        Optional<Ascent> ascent,
        List<Shown> shown,
        List<TamperSignal> signs,
        Optional<String> batchId) {

    /** What a loan remembers when it was just signed. */
    public static final Memory NONE =
            new Memory(Phase.WAITING, Standing.CURRENT, Optional.empty(), List.of(), List.of(), Optional.empty());

    /** Copies the lists. */
    public Memory {
        shown = List.copyOf(shown);
        signs = List.copyOf(signs);
    }

    /**
     * What a loan remembers now.
     *
     * @param loan the loan
     * @param batchId the batch that it belongs to
     * @return its memory; of a loan whose terms are not known, {@link #NONE}
     */
    public static Memory of(Loan loan, Optional<String> batchId) {
        return switch (loan) {
            case Announced announced -> NONE;
            case Contract contract ->
                new Memory(
                        contract.phase(),
                        contract.standing(),
                        contract.ascent(),
                        contract.notices().shown(),
                        contract.requests().signs(),
                        batchId);
        };
    }

    /**
     * Gives a loan its memory back.
     *
     * @param loan the loan, with its facts, its requests and the notices that were ordered
     * @param decisions how many decisions were made about it
     * @return the loan as it stood then
     */
    public Loan in(Loan loan, long decisions) {
        return switch (loan) {
            case Announced announced -> announced.decided(decisions);
            case Contract contract ->
                new Contract(
                        contract.loanId(),
                        contract.partnerId(),
                        decisions,
                        phase,
                        contract.terms(),
                        contract.facts(),
                        contract.requests().with(signs),
                        contract.notices().with(shown),
                        standing,
                        ascent);
        };
    }
}
