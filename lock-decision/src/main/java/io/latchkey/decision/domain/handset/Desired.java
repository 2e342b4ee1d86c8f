package io.latchkey.decision.domain.handset;

import io.latchkey.events.LoanId;
import io.latchkey.events.Notice;

/**
 * The whole state that a handset shall be in. Two of them are compared as wholes: a part payment changes the amount on
 * the screen although the stage stays, and a new enrollment must be told even what the one before knew.
 *
 * @param loanId the loan that governs the handset
 * @param enrollment the enrollment that it is said to
 * @param standing stage and restrictions
 * @param notice what the screen says
 */
public record Desired(LoanId loanId, int enrollment, Standing standing, Notice notice) {}
