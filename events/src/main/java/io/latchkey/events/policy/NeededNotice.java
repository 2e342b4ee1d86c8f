package io.latchkey.events.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A notice that must be proved before a step may be entered.
 *
 * @param dpd days past due from which it may be sent, and not before; it is sent on that day or as soon after as there is
 *     a channel that can prove it
 * @param cureDays whole days that the borrower has to pay from the moment it was proved; the step waits until they are
 *     over
 */
public record NeededNotice(int dpd, int cureDays) {

    /** Checks both numbers. */
    public NeededNotice {
        if (dpd < 0) {
            throw new IllegalArgumentException("dpd must be >= 0 but was " + dpd);
        }
        if (cureDays < 0) {
            throw new IllegalArgumentException("cureDays must be >= 0 but was " + cureDays);
        }
    }

    /**
     * The first day on which its cure days can be over.
     *
     * @return days past due
     */
    @JsonIgnore
    public int curedFromDpd() {
        return dpd + cureDays;
    }
}
