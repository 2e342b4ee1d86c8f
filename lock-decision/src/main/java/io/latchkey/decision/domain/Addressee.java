package io.latchkey.decision.domain;

import io.latchkey.decision.domain.LoanEvent.BindingChanged;
import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.LoanEvent.TamperSeen;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import java.util.Optional;

/**
 * Finds whom an event really concerns. A handset that was wiped may enroll under a loan that is over or waits, and one
 * that contradicts us may have come under another loan meanwhile; what it must be told is the word of the loan that
 * governs it now.
 */
public final class Addressee {

    private Addressee() {}

    /**
     * Redirects what a handset does to the loan that governs it.
     *
     * @param event what happened
     * @param named the loan that it names
     * @param around what is known of the handset
     * @return where to redirect it, or nothing if it stands where it is
     */
    public static Optional<Redirected> of(LoanEvent event, Loan named, Surroundings around) {
        return deviceOf(event)
                .filter(device -> named instanceof Contract contract
                        && contract.partnerId().equals(event.partnerId())
                        && contract.terms().deviceId().equals(device))
                .flatMap(device -> around.handset(device).governor())
                .filter(governor -> !governor.equals(named.loanId()))
                .map(governor -> new Redirected(governor, event));
    }

    private static Optional<DeviceId> deviceOf(LoanEvent event) {
        return switch (event) {
            case BindingChanged change -> Optional.of(change.deviceId());
            case HandsetContradicts contradiction ->
                Optional.of(contradiction.word().deviceId());
            case NoticeOutcome.Shown shown -> Optional.of(shown.deviceId());
            case TamperSeen seen -> Optional.of(seen.deviceId());
            default -> Optional.empty();
        };
    }

    /**
     * What a handset did that concerns another loan than it names.
     *
     * @param governor the loan that governs the handset
     * @param event what it did
     */
    public record Redirected(LoanId governor, LoanEvent event) {

        /**
         * Words it for the loan that governs.
         *
         * @param loan that loan
         * @return the same event under that loan's name
         */
        public LoanEvent to(Loan loan) {
            return switch (event) {
                case BindingChanged change -> change.of(loan.loanId(), loan.partnerId());
                case HandsetContradicts contradiction ->
                    new HandsetContradicts(loan.loanId(), loan.partnerId(), contradiction.word());
                case NoticeOutcome.Shown shown ->
                    new NoticeOutcome.Shown(loan.loanId(), loan.partnerId(), shown.deviceId(), shown.revision());
                case TamperSeen seen -> new TamperSeen(loan.loanId(), loan.partnerId(), seen.deviceId(), seen.signal());
                default -> throw new IllegalStateException("nothing but a handset's own doing is redirected");
            };
        }
    }
}
