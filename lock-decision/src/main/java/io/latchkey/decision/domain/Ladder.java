package io.latchkey.decision.domain;

import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.Position;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.Policy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads where a contract's policy puts a position, as far as the law of the day lets it. A step that its pack forbids is
 * none; one that comes too early for its pack begins when the pack allows it.
 *
 * <p>What else must hold before a step is entered, {@link Escalation} asks.
 */
final class Ladder {

    private Ladder() {}

    /** The steps that are reached, rising, each with the day of its entry; none while nothing is due. */
    static List<Reached> reached(Position position, Rules rules) {
        return reached(position, rules.policy(), rules.packOn(position.asOf()));
    }

    static List<Reached> reached(Position position, Policy policy, Pack pack) {
        return position.oldestDueDate().stream()
                .flatMap(due -> policy.ladder().stream().flatMap(step -> pack.firstDayOf(step).stream()
                        .filter(day -> day <= position.dpd())
                        .mapToObj(day -> new Reached(step, due.plusDays(day)))))
                .toList();
    }

    /**
     * A step that a position has reached.
     *
     * @param step the step
     * @param on the local date on which it was reached
     */
    record Reached(Policy.Step step, LocalDate on) {}

    /** Where the highest step that is reached puts a loan. */
    static Standing standingFor(Position position, Rules rules) {
        List<Reached> reached = reached(position, rules);
        return reached.isEmpty()
                ? Standing.CURRENT
                : Standing.of(reached.getLast().step());
    }

    /** The clause of the law that objects to where the policy alone would put a position. */
    static Optional<String> objection(Position position, Rules rules) {
        Pack pack = rules.packOn(position.asOf());
        return position.oldestDueDate()
                .flatMap(due -> rules.policy().stepAt(position.dpd()))
                .flatMap(step -> pack.objection(step, position.dpd()))
                .map(pack::nameOf);
    }

    /** When time alone changes the step that holds: on the next step's day, or when another law comes into force. */
    static Optional<LocalDate> nextChange(Position position, Rules rules) {
        return position.oldestDueDate().flatMap(oldest -> Stream.concat(
                        stepDays(position, rules)
                                .filter(day -> day > position.dpd())
                                .mapToObj(oldest::plusDays),
                        rules.nextPackAfter(position.asOf()).stream())
                .min(Comparator.naturalOrder()));
    }

    private static IntStream stepDays(Position position, Rules rules) {
        Pack pack = rules.packOn(position.asOf());
        return rules.policy().ladder().stream().flatMapToInt(step -> pack.firstDayOf(step).stream());
    }

    /** Names the step that a standing stands on; a standing that is kept may be milder than the position allows. */
    static Optional<String> clauseOf(Standing standing, Rules rules) {
        return rules.policy().ladder().stream()
                .filter(step -> Standing.of(step).equals(standing))
                .findFirst()
                .map(rules.policy()::clauseOf);
    }
}
