package io.latchkey.events.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.latchkey.events.policy.PackRule.LighterStepFirst;
import io.latchkey.events.policy.PackRule.NeverAllAtOnce;
import io.latchkey.events.policy.PackRule.NothingTaken;
import io.latchkey.events.policy.PackRule.OnlyForArrears;
import io.latchkey.events.policy.PackRule.TakenNotBefore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One version of the law's floor under every policy of a country.
 *
 * @param id country and version
 * @param status how binding it is
 * @param effectiveFrom the local date from which this version holds, until the next one does
 * @param note what a reader must know about it
 * @param clauses what it demands
 */
public record Pack(PackId id, Status status, LocalDate effectiveFrom, String note, List<Clause> clauses) {

    /** How binding a pack is. We keep to all of them alike. */
    public enum Status {
        /** Law or judgment that is in force. */
        @JsonProperty("in-force")
        IN_FORCE,
        /** Proposed, and not known to be final. */
        @JsonProperty("draft")
        DRAFT,
        /** No rule was found; only what we owe everybody. */
        @JsonProperty("no-rule-found")
        NO_RULE_FOUND,
        /** Our own careful default. */
        @JsonProperty("house-rule")
        HOUSE_RULE
    }

    /** Copies the list. */
    public Pack {
        clauses = List.copyOf(clauses);
    }

    /**
     * Everything in which a policy is harsher than this pack.
     *
     * @param policy any policy
     * @return one fault for each clause and place; empty if the policy is lawful here
     */
    public List<PolicyFault> breaches(Policy policy) {
        return new PackCheck(this, policy).breaches();
    }

    /**
     * The clause that forbids to take what a step takes on a day, whatever notices were proved and steps entered before.
     * What those must be, {@link #breaches} has judged from the policy alone.
     *
     * @param step a step of a policy
     * @param dpd days past due on that day
     * @return the clause; nothing if none does, and always nothing for a step that takes nothing
     */
    public Optional<Clause> objection(Policy.Step step, int dpd) {
        return clauses.stream()
                .filter(clause -> step.isTaking())
                .filter(clause -> switch (clause.rule()) {
                    case NothingTaken never -> true;
                    case TakenNotBefore earliest -> dpd < earliest.dpd();
                    default -> false;
                })
                .findFirst();
    }

    /**
     * The first day on which a step may be entered here, which is later than its own if the policy is older than the
     * pack.
     *
     * @param step a step of a policy
     * @return days past due; nothing if never
     */
    public OptionalInt firstDayOf(Policy.Step step) {
        int day = step.dpd();
        for (Clause clause : clauses) {
            if (step.isTaking() && clause.rule() instanceof NothingTaken) {
                return OptionalInt.empty();
            }
            if (step.isTaking() && clause.rule() instanceof TakenNotBefore earliest) {
                day = Math.max(day, earliest.dpd());
            }
        }
        return OptionalInt.of(day);
    }

    /**
     * Tells whether the lock screen may come only after a lighter step was entered in fact.
     *
     * @return true if one of its clauses says so
     */
    public boolean demandsLighterStep() {
        return clauses.stream()
                .anyMatch(
                        clause -> clause.rule() instanceof LighterStepFirst || clause.rule() instanceof NeverAllAtOnce);
    }

    /**
     * Tells whether anything may be taken for another cause than arrears, such as tampering or the partner's own word.
     *
     * @return false if one of its clauses forbids it
     */
    public boolean allowsBeyondArrears() {
        return clauses.stream()
                .noneMatch(clause -> clause.rule() instanceof OnlyForArrears || clause.rule() instanceof NothingTaken);
    }

    /**
     * Names a clause, for a decision that must explain itself.
     *
     * @param clause a clause of this pack
     * @return for example {@code IN@1/taken-not-before}
     */
    public String nameOf(Clause clause) {
        return id + "/" + clause.id();
    }
}
