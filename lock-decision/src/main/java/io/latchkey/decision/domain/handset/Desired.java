package io.latchkey.decision.domain.handset;

import io.latchkey.events.LoanId;
import io.latchkey.events.Notice;
import java.util.List;

/**
 * The whole state that a handset shall be in. Two of them are compared as wholes: a part payment changes the amount on
 * the screen although the stage stays, and a new enrollment must be told even what the one before knew.
 *
 * @param loanId the loan that governs the handset
 * @param enrollments those that it is said to
 * @param standing stage and restrictions
 * @param notice what the screen says
 */
public record Desired(LoanId loanId, List<Integer> enrollments, Standing standing, Notice notice) {

    /** Copies the list. */
    public Desired {
        enrollments = List.copyOf(enrollments);
    }
}
