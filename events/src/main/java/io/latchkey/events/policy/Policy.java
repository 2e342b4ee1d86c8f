package io.latchkey.events.policy;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a contract. A loan keeps the version that it was signed under, so a version never changes, and neither do
 * the values that hold where a document says nothing.
 *
 * <p><b>Shape:</b> {@code schemas/Policy.v1.json}. This record holds what must be true for anybody to work with it;
 * {@link PolicyReading} finds everything that is wrong with a document, and {@link Pack#breaches} what is too harsh.
 *
 * @param name the policy's name within its partner
 * @param version counts up from 1; a version never changes
 * @param jurisdiction ISO 3166-1 alpha-2 of the law it keeps to, {@code ZZ} for the careful default
 * @param ladder the steps by rising DPD; several may share a stage
 * @param window when a step may be entered
 * @param arrears how what is due is counted and cured
 * @param reprieves how long money on its way and support's grants keep a step away
 * @param brake when a partner's feed is too unsound to act on
 * @param cap how many handsets a partner may touch in an hour
 * @param tamper what follows from signs of tampering; a sign that is not named is told and has no other consequence
 * @param lease how long a handset may stay out of reach, or nothing if for ever
 */
@JsonSerialize(converter = PolicyDocument.Writer.class)
@JsonDeserialize(converter = PolicyDocument.Reader.class)
public record Policy(
        String name,
        int version,
        String jurisdiction,
        List<Step> ladder,
        Window window,
        ArrearsTerms arrears,
        Reprieves reprieves,
        Brake brake,
        Cap cap,
        List<TamperConsequence> tamper,
        Optional<Lease> lease) {

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
        tamper = List.copyOf(tamper);
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i).dpd() <= ladder.get(i - 1).dpd()) {
                throw new IllegalArgumentException("ladder[" + i + "].dpd must be above that of the step before");
            }
        }
    }

    /**
     * A policy that says nothing but its ladder.
     *
     * @param name the policy's name within its partner
     * @param version counts up from 1
     * @param jurisdiction ISO 3166-1 alpha-2 of the law it keeps to
     * @param ladder the steps by rising DPD
     */
    public Policy(String name, int version, String jurisdiction, List<Step> ladder) {
        this(
                name,
                version,
                jurisdiction,
                ladder,
                Window.ALWAYS,
                ArrearsTerms.DEFAULT,
                Reprieves.DEFAULT,
                Brake.DEFAULT,
                Cap.DEFAULT,
                List.of(),
                Optional.empty());
    }

    /**
     * The same rules under another number, to publish or to compare them.
     *
     * @param number counts up from 1
     * @return a policy that differs in nothing else
     */
    public Policy asVersion(int number) {
        return new Policy(name, number, jurisdiction, ladder, window, arrears, reprieves, brake, cap, tamper, lease);
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
     * Every notice that must be proved, and its cure days be over, before a step is entered: the step's own and those of
     * the steps below it, which were needed on the way.
     *
     * @param step a step of this ladder
     * @return the notices in the order of the ladder
     */
    public List<NeededNotice> noticesBefore(Step step) {
        return ladder.stream()
                .filter(one -> one.dpd() <= step.dpd())
                .flatMap(one -> one.notices().stream())
                .toList();
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
     * @param notices what the borrower must have been told before, beside the notices of the steps below
     */
    public record Step(
            int dpd,
            Stage stage,
            List<Restriction> restrictions,

            @JsonInclude(NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<NeededNotice> notices) {

        /** Checks the rung. */
        @JsonCreator
        public Step {
            if (dpd < 0) {
                throw new IllegalArgumentException("dpd must be >= 0 but was " + dpd);
            }
            if (stage == Stage.CURRENT || stage == Stage.RELEASED) {
                throw new IllegalArgumentException("a step must not bring " + stage);
            }
            restrictions = restrictions.stream().distinct().sorted().toList();
            notices = List.copyOf(notices);
        }

        /**
         * A rung that needs no notice of its own.
         *
         * @param dpd days past due from which it holds
         * @param stage the stage it brings
         * @param restrictions what it takes away
         */
        public Step(int dpd, Stage stage, List<Restriction> restrictions) {
            this(dpd, stage, restrictions, List.of());
        }

        /**
         * Tells whether it takes anything from the borrower; a reminder does not.
         *
         * @return true if the handset can do less than before
         */
        @JsonIgnore
        public boolean isTaking() {
            return stage != Stage.REMINDED || !restrictions.isEmpty();
        }

        /**
         * Tells whether it puts the lock screen in front of everything, by stage or by restriction.
         *
         * @return true if the handset is locked
         */
        @JsonIgnore
        public boolean isLocking() {
            return stage == Stage.LOCKED || restrictions.contains(Restriction.KIOSK);
        }
    }
}
