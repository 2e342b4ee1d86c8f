package io.latchkey.decision.app;

import io.latchkey.events.LoanId;
import java.time.Instant;

/**
 * A decision as it came back from its topic.
 *
 * @param loanId the loan
 * @param number counts the loan's decisions
 * @param decidedAt business time
 * @param type the event's type, as {@code ce_type} carries it
 * @param content its JSON, to the letter
 */
public record DecisionRecord(LoanId loanId, long number, Instant decidedAt, String type, String content) {}
