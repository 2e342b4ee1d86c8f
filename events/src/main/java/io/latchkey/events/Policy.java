package io.latchkey.events;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Optional;

/**
 * The rules of a contract: a ladder of steps, each entered when the oldest unpaid installment is so many days past due.
 *
 * @param name the policy's name within its partner
 * @param version counts up from 1; a version never changes
 * @param jurisdiction ISO 3166-1 alpha-2 of the law it keeps to, {@code ZZ} for the careful default
 * @param ladder the steps by rising DPD
 */
public record Policy(String name, int version, String jurisdiction, List<Step> ladder) {

    /** Checks that the ladder only rises. */
    public Policy {
        if (!name.matches("[a-z0-9](-?[a-z0-9]){0,39}")) {
            throw new IllegalArgumentException("name must be a slug but was '" + name + "'");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be >= 1 but was " + version);
        }
        if (!jurisdiction.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "jurisdiction must be ISO 3166-1 alpha-2 but was '" + jurisdiction + "'");
        }
        ladder = List.copyOf(ladder);
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i).dpd() <= ladder.get(i - 1).dpd()) {
                throw new IllegalArgumentException("ladder[" + i + "].dpd must be above that of the step before");
            }
        }
    }

    /**
     * The highest step that a number of days past due has reached.
     *
     * @param dpd days past due; 0 on the due date
     * @return the step, or nothing if the ladder starts later
     */
    public Optional<Step> stepAt(int dpd) {
        return ladder.stream().filter(step -> step.dpd() <= dpd).max(comparingInt(Step::dpd));
    }

    /**
     * The next step above a number of days past due.
     *
     * @param dpd days past due
     * @return the step, or nothing at the top of the ladder
     */
    public Optional<Step> stepAfter(int dpd) {
        return ladder.stream().filter(step -> step.dpd() > dpd).min(comparingInt(Step::dpd));
    }

    /**
     * Names a step, for a decision that must explain itself.
     *
     * @param step a step of this ladder
     * @return for example {@code standard@1/ladder/2}
     */
    public String clauseOf(Step step) {
        return name + "@" + version + "/ladder/" + ladder.indexOf(step);
    }

    /**
     * One rung of the ladder.
     *
     * @param dpd days past due from which it holds, 0 on the due date
     * @param stage the stage it brings
     * @param restrictions what it takes away
     */
    public record Step(int dpd, Stage stage, List<Restriction> restrictions) {

        /** Checks the rung. */
        public Step {
            if (dpd < 0) {
                throw new IllegalArgumentException("dpd must be >= 0 but was " + dpd);
            }
            if (stage == Stage.CURRENT || stage == Stage.RELEASED) {
                throw new IllegalArgumentException("a step must not bring " + stage);
            }
            restrictions = restrictions.stream().distinct().sorted().toList();
        }
    }
}
