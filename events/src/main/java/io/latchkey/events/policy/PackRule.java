package io.latchkey.events.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.latchkey.events.Money;
import java.time.Duration;
import java.util.List;

/**
 * What one clause of a pack demands, in a form that can be checked. "Taking" means that the handset can do less than
 * before, by a restriction or by the lock screen; nothing in a pack ever keeps a handset from being freed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PackRule.NothingTaken.class, name = "nothing-taken"),
    @JsonSubTypes.Type(value = PackRule.TakenNotBefore.class, name = "taken-not-before"),
    @JsonSubTypes.Type(value = PackRule.NoticesFirst.class, name = "notices-first"),
    @JsonSubTypes.Type(value = PackRule.LighterStepFirst.class, name = "lighter-step-first"),
    @JsonSubTypes.Type(value = PackRule.NeverAllAtOnce.class, name = "never-all-at-once"),
    @JsonSubTypes.Type(value = PackRule.OnlyForArrears.class, name = "only-for-arrears"),
    @JsonSubTypes.Type(value = PackRule.NeverTaken.class, name = "never-taken"),
    @JsonSubTypes.Type(value = PackRule.ConsentOnRecord.class, name = "consent-on-record"),
    @JsonSubTypes.Type(value = PackRule.RestoredWithin.class, name = "restored-within")
})
public sealed interface PackRule {

    /** Nothing may be taken at all. */
    record NothingTaken() implements PackRule {}

    /**
     * Nothing may be taken before a day.
     *
     * @param dpd days past due
     */
    record TakenNotBefore(int dpd) implements PackRule {}

    /**
     * Before anything is taken, these notices must be proved one after the other, each sent only when the cure days of
     * the one before are over, and the cure days of the last be over too.
     *
     * @param notices the least of each, in their order
     */
    record NoticesFirst(List<LeastNotice> notices) implements PackRule {

        /** Copies the list. */
        public NoticesFirst {
            notices = List.copyOf(notices);
        }
    }

    /**
     * The least that one notice must give.
     *
     * @param notBeforeDpd days past due before which it may not be sent
     * @param cureDays whole days that it must leave to pay
     */
    record LeastNotice(int notBeforeDpd, int cureDays) {

        boolean isMetBy(NeededNotice notice) {
            return notice.dpd() >= notBeforeDpd && notice.cureDays() >= cureDays;
        }
    }

    /** The lock screen may come only after a step that takes something but does not lock; in fact, not only on paper. */
    record LighterStepFirst() implements PackRule {}

    /** What is taken first may not be all that can be taken: something must be left for a later step. */
    record NeverAllAtOnce() implements PackRule {}

    /** Things may be taken for arrears alone: not for tampering, and not by a lease that runs out. */
    record OnlyForArrears() implements PackRule {}

    /**
     * These functions may never be taken. No {@link io.latchkey.events.Restriction} can name them; the clause is for the
     * document that tries.
     *
     * @param functions names as a policy would write them
     */
    record NeverTaken(List<String> functions) implements PackRule {

        /** Copies the list. */
        public NeverTaken {
            functions = List.copyOf(functions);
        }
    }

    /** The borrower's signed consent must be on record; {@code loan.activated} cannot be sent without it. */
    record ConsentOnRecord() implements PackRule {}

    /**
     * What was taken must be given back within a time after the cure, or it costs the lender. No policy can promise less;
     * it is what measured unlock times are held to.
     *
     * @param within from the cure
     * @param forEachHourBeyond what the borrower is owed
     */
    record RestoredWithin(Duration within, Money forEachHourBeyond) implements PackRule {}
}
