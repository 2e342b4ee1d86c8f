package io.latchkey.decision.domain;

import static java.util.Comparator.naturalOrder;

import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks ahead: at which moment time alone may change what a contract's handset is told, or what its borrower must be told,
 * and what a step waits for that no clock brings.
 */
final class Prospect {

    private final Contract contract;
    private final Position position;
    private final Rules rules;
    private final Instant now;
    private final Escalation escalation;

    private Prospect(
            Contract contract, Handset handset, Position position, Rules rules, Surroundings around, Instant now) {
        this.contract = contract;
        this.position = position;
        this.rules = rules;
        this.now = now;
        this.escalation = new Escalation(contract, handset, position, rules, around, now);
    }

    static Outlook of(
            Contract contract, Handset handset, Position position, Rules rules, Surroundings around, Instant now) {
        return new Prospect(contract, handset, position, rules, around, now).outlook();
    }

    private Outlook outlook() {
        List<Rung> further = further();
        Stream<Instant> steps = further.stream().flatMap(this::mayBeEnteredFrom);
        Optional<Instant> first = Stream.of(steps, notices(), days(), requests(), settlement())
                .flatMap(moments -> moments)
                .min(naturalOrder());
        return new Outlook(first, need(further));
    }

    /** Whatever keeps steps away is asked only if there is one that takes more: with almost every payment there is not. */
    private List<Rung> further() {
        return isFree() || !weighed(escalation.rungs()).wantsMore()
                ? List.of()
                : weighed(escalation.weighedRungs()).further();
    }

    /** Nothing is taken, nor told, while the handset is free, or stays as it is because the loan was closed. */
    private boolean isFree() {
        return !contract.runs() || contract.settledAt(position) || contract.isFreed(rules, now);
    }

    private Weighing weighed(List<Rung> rungs) {
        return new Weighing(Weighing.Cause.CLOCK, contract.standing(), rungs);
    }

    /** At once if nothing keeps it away; when the first hindrance ends, if each of them ends by itself. */
    private Stream<Instant> mayBeEnteredFrom(Rung rung) {
        if (rung.hindrances().isEmpty()) {
            return Stream.of(now);
        }
        return rung.hindrances().stream().allMatch(one -> one.until().isPresent())
                ? rung.hindrances().stream().flatMap(one -> one.until().stream()).max(naturalOrder()).stream()
                : Stream.empty();
    }

    /** What the borrower must be told now; while the handset is free, nothing is ordered. */
    private List<NoticePlan.Due> due() {
        return isFree() ? List.of() : escalation.dueNotices();
    }

    private Stream<Instant> notices() {
        Stream<Instant> ordered = due().stream().flatMap(due -> escalation.tellFrom(due).stream());
        return Stream.concat(ordered, escalation.notices().changesAfter(now));
    }

    private Stream<Instant> days() {
        return Stream.of(
                        contract
                                .scheduleOn(position.asOf())
                                .nextUncoveredDueDate(
                                        position.asOf(),
                                        contract.facts().paid(),
                                        contract.counting(rules.counting(), Optional.of(rules), position.defaults()))
                                .stream(),
                        Ladder.nextChange(position, rules).stream(),
                        law(),
                        defaults(),
                        contract.facts().amendments().stream()
                                .map(amendment -> contract.terms().dateOf(amendment.effectiveAt()))
                                .filter(position.asOf()::isBefore))
                .flatMap(dates -> dates)
                .map(contract.terms()::startOf);
    }

    /**
     * The day on which the borrower defaults, where that makes all due: it is the policy's own, even if the law lets the
     * step come later. Whether a reversal is to blame may change with every day, for without it another default may count.
     */
    private Stream<LocalDate> defaults() {
        int days = rules.counting().defaultFromDpd();
        if (rules.policy().arrears().afterDefaults().isEmpty() || days == Integer.MAX_VALUE) {
            return Stream.empty();
        }
        return position.oldestDueDate().stream()
                .map(due -> contract.facts().reversals().isEmpty()
                        ? due.plusDays(days)
                        : position.asOf().plusDays(1))
                .filter(position.asOf()::isBefore);
    }

    /** Another law may forbid, or allow, what somebody's word or a sign of tampering leads to without any arrears. */
    private Stream<LocalDate> law() {
        boolean demanded = !contract.requests().standingLocks().isEmpty()
                || !contract.requests().signs().isEmpty();
        return demanded ? rules.nextPackAfter(position.asOf()).stream() : Stream.empty();
    }

    private Stream<Instant> requests() {
        return contract.requests().changesAfter(now, rules.policy().reprieves()).stream();
    }

    private Stream<Instant> settlement() {
        return contract.settledAt(position) ? contract.overFrom(rules).filter(now::isBefore).stream() : Stream.empty();
    }

    private Need need(List<Rung> further) {
        Optional<Instant> steps = further.isEmpty() ? Optional.empty() : escalation.stepsNeedFeedThrough();
        List<NoticePlan.Due> ahead =
                due().stream().filter(due -> !due.isOfWhatWasSeen()).toList();
        Optional<Instant> notices = ahead.stream()
                .flatMap(due -> escalation.notices().needsFeedThrough(due).stream())
                .filter(moment -> !escalation.feedPassed(moment))
                .min(naturalOrder());
        return new Need(
                Stream.of(steps, notices).flatMap(Optional::stream).min(naturalOrder()),
                escalation.isBraked() && (!further.isEmpty() || !ahead.isEmpty()),
                further.stream()
                        .flatMap(rung -> rung.hindrances().stream())
                        .anyMatch(one -> one.reason() == Reason.CAP_USED_UP));
    }
}
