package io.latchkey.decision.model;

import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Clause;
import io.latchkey.events.policy.NeededNotice;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.PackRule;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What contract and law say, read as documents.
 *
 * @param policy what was signed
 * @param packs every country's law
 */
record Law(Policy policy, Packs packs) {

    /**
     * A notice on the way up the ladder.
     *
     * @param index its place among all notices of the ladder
     * @param needed when it may be sent and how long it leaves
     * @param step the step that it belongs to
     */
    record Warning(int index, NeededNotice needed, Policy.Step step) {}

    List<Warning> warnings() {
        List<Warning> all = new ArrayList<>();
        for (Policy.Step step : policy.ladder()) {
            for (NeededNotice needed : step.notices()) {
                all.add(new Warning(all.size(), needed, step));
            }
        }
        return all;
    }

    Optional<Integer> firstDayOfTaking() {
        return policy.ladder().stream().filter(Law::takes).map(Policy.Step::dpd).min(Integer::compare);
    }

    static boolean takes(Policy.Step step) {
        return Stand.of(step.stage(), step.restrictions()).takes();
    }

    static boolean locks(Policy.Step step) {
        return step.stage() == Stage.LOCKED || step.restrictions().contains(Restriction.KIOSK);
    }

    private Stream<PackRule> rulesOn(LocalDate day) {
        Pack pack = packs.holding(policy.jurisdiction(), day);
        return pack.clauses().stream().map(Clause::rule);
    }

    /** Whether a law allows to take something after so many days. */
    boolean allowsTaking(int dpd, LocalDate day) {
        return rulesOn(day)
                .noneMatch(rule -> rule instanceof PackRule.NothingTaken
                        || (rule instanceof PackRule.TakenNotBefore earliest && dpd < earliest.dpd()));
    }

    /** The first of so many days past due on which step and law agree. */
    Optional<Integer> firstDayOf(Policy.Step step, LocalDate day, int upTo) {
        for (int dpd = step.dpd(); dpd <= upTo; dpd++) {
            if (!takes(step) || allowsTaking(dpd, day)) {
                return Optional.of(dpd);
            }
        }
        return Optional.empty();
    }

    boolean wantsLighterStep(LocalDate day) {
        return rulesOn(day)
                .anyMatch(rule -> rule instanceof PackRule.LighterStepFirst || rule instanceof PackRule.NeverAllAtOnce);
    }

    boolean allowsBeyondArrears(LocalDate day) {
        return rulesOn(day)
                .noneMatch(rule -> rule instanceof PackRule.OnlyForArrears || rule instanceof PackRule.NothingTaken);
    }

    boolean isOpen(Instant moment, ZoneId zone) {
        Window window = policy.window();
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        return window.weekdays().contains(local.getDayOfWeek())
                && !window.holidays().contains(local.toLocalDate())
                && !time.isBefore(window.from())
                && (window.to().equals(LocalTime.MIDNIGHT) || time.isBefore(window.to()));
    }
}
