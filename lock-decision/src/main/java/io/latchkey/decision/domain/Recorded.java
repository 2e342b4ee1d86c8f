package io.latchkey.decision.domain;

import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.Position;
import io.latchkey.events.Stage;
import java.util.List;
import java.util.Optional;

/**
 * A judgement as it stands on record: what it came to, and all that it was worked out from.
 *
 * @param before where the contract stood
 * @param outcome what it came to
 * @param position the amounts and days that were judged
 * @param cause what the stage followed from
 * @param rungs the steps that are on record, with what kept each away
 */
public record Recorded(Standing before, Outcome outcome, Position position, Weighing.Cause cause, List<Rung> rungs) {

    /** Copies the list. */
    public Recorded {
        rungs = List.copyOf(rungs);
    }

    /**
     * What a judgement comes to.
     *
     * @param stage the stage after it
     * @param wanted the stage of the step that was reached and is kept away; nothing if none is
     */
    public record Outcome(Stage stage, Optional<Stage> wanted) {}
}
