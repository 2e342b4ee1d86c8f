package io.latchkey.decision.domain;

import io.latchkey.decision.domain.handset.Standing;
import java.util.List;

/**
 * A step that a contract may enter as far as its position goes, and what keeps it away.
 *
 * @param clause names the step
 * @param standing where it puts the loan
 * @param demanded whether somebody's word leads to it, and not the days past due
 * @param hindrances what keeps it away; nothing does if it is empty
 */
public record Rung(String clause, Standing standing, boolean demanded, List<Hindrance> hindrances) {

    /** Copies the list. */
    public Rung {
        hindrances = List.copyOf(hindrances);
    }
}
