package io.latchkey.decision.domain;

import io.latchkey.decision.domain.LoanEvent.EnrollmentCompleted;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.LoanId;
import java.util.Optional;

/**
 * Finds whom an event really concerns. A handset that was wiped may enroll under a loan that is over or waits; what it
 * must be told is the word of the loan that governs it now.
 */
public final class Addressee {

    private Addressee() {}

    /**
     * Redirects an enrollment to the loan that governs its handset.
     *
     * @param event what happened
     * @param named the loan that it names
     * @param around what is known of the handset
     * @return where to redirect it, or nothing if it stands where it is
     */
    public static Optional<Redirected> of(LoanEvent event, Loan named, Surroundings around) {
        if (event instanceof EnrollmentCompleted enrolled
                && named instanceof Contract contract
                && contract.partnerId().equals(enrolled.partnerId())
                && contract.terms().deviceId().equals(enrolled.deviceId())) {
            Handset handset = around.handset(enrolled.deviceId());
            return handset.governor()
                    .filter(governor -> !governor.equals(named.loanId()))
                    .map(governor -> new Redirected(governor, enrolled));
        }
        return Optional.empty();
    }

    /**
     * An enrollment that concerns another loan than it names.
     *
     * @param governor the loan that governs the handset
     * @param enrolled the enrollment
     */
    public record Redirected(LoanId governor, EnrollmentCompleted enrolled) {

        /**
         * Words the enrollment for the loan that governs.
         *
         * @param loan that loan
         * @return the same enrollment under that loan's name
         */
        public LoanEvent to(Loan loan) {
            return new EnrollmentCompleted(loan.loanId(), loan.partnerId(), enrolled.deviceId(), enrolled.enrollment());
        }
    }
}
