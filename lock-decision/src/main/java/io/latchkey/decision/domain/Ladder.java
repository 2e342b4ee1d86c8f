package io.latchkey.decision.domain;

import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.Position;
import java.util.Optional;

/** Reads where a contract's policy puts a position. */
final class Ladder {

    private Ladder() {}

    /** The step that holds; none while nothing is due, however low the ladder begins. */
    static Optional<Policy.Step> stepFor(Position position, Rules rules) {
        return position.oldestDueDate().flatMap(due -> rules.policy().stepAt(position.dpd()));
    }

    static Standing standingFor(Position position, Rules rules) {
        return stepFor(position, rules).map(Standing::of).orElse(Standing.CURRENT);
    }

    /** Names the step that a standing stands on; a standing that is kept may be milder than the position allows. */
    static Optional<String> clauseOf(Standing standing, Rules rules) {
        return rules.policy().ladder().stream()
                .filter(step -> Standing.of(step).equals(standing))
                .findFirst()
                .map(rules.policy()::clauseOf);
    }
}
