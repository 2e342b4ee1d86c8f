package io.latchkey.decision.domain;

import static java.util.Comparator.naturalOrder;

import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.PartnerRequest;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Position;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks what keeps a contract from each step that it may enter. A step is entered only if all hold: its day is reached and
 * the law allows it; its notices are proved and their cure days are over; the hour is right; the feed is complete up to
 * the day on which it was reached; nobody holds it back; and the partner's cap leaves a place.
 */
final class Escalation {

    private final Contract contract;
    private final Handset handset;
    private final Position position;
    private final Rules rules;
    private final Surroundings around;
    private final Instant now;
    private final NoticePlan notices;

    Escalation(Contract contract, Handset handset, Position position, Rules rules, Surroundings around, Instant now) {
        this.contract = contract;
        this.handset = handset;
        this.position = position;
        this.rules = rules;
        this.around = around;
        this.now = now;
        this.notices = new NoticePlan(contract, position, rules);
    }

    NoticePlan notices() {
        return notices;
    }

    /** The steps that the contract may stand on, without a look at what keeps them away. */
    List<Rung> rungs() {
        return Stream.concat(
                        Ladder.reached(position, rules).stream().map(reached -> rung(reached.step(), false, List.of())),
                        demanded().stream())
                .toList();
    }

    /** The same, each with all that keeps it away. */
    List<Rung> weighedRungs() {
        List<Hindrance> ofAll = hindrancesOfAll();
        List<Rung> weighed = new ArrayList<>();
        for (Ladder.Reached reached : Ladder.reached(position, rules)) {
            weighed.add(rung(
                    reached.step(),
                    false,
                    placeLast(
                            join(ofAll, hindrancesOf(reached.step(), reached.on())),
                            reached.step().isTaking())));
        }
        demanded()
                .ifPresent(rung -> weighed.add(new Rung(
                        rung.clause(),
                        rung.standing(),
                        true,
                        placeLast(
                                join(
                                        ofAll,
                                        demandedStep()
                                                .map(step -> hindrancesOf(step, position.asOf()))
                                                .orElse(List.of())),
                                rung.standing().takes()))));
        return weighed;
    }

    private Rung rung(Policy.Step step, boolean demanded, List<Hindrance> hindrances) {
        return new Rung(rules.policy().clauseOf(step), Standing.of(step), demanded, hindrances);
    }

    private static List<Hindrance> join(List<Hindrance> some, List<Hindrance> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** What keeps every step away, the one that a borrower would name first in front. */
    private List<Hindrance> hindrancesOfAll() {
        List<Hindrance> all = new ArrayList<>();
        if (handset.bindings().areContested()) {
            all.add(Hindrance.open(Reason.HANDSET_CONTESTED));
        }
        contract.requests().heldUntil(now).ifPresent(end -> all.add(Hindrance.until(Reason.HOLD_STANDS, end)));
        position.oldestDueDate()
                .flatMap(due -> contract.requests()
                        .graceUntil(
                                now,
                                rules.policy().reprieves(),
                                due,
                                contract.terms().zone(),
                                arrived()))
                .ifPresent(end -> all.add(Hindrance.until(Reason.PAYMENT_PENDING, end)));
        notices.hindranceOfReversal(now).ifPresent(all::add);
        around.feed(contract).brakedBy().ifPresent(cause -> all.add(Hindrance.open(cause)));
        Instant opening = opening();
        if (now.isBefore(opening)) {
            all.add(Hindrance.until(Reason.WINDOW_CLOSED, opening));
        }
        return all;
    }

    private List<Hindrance> hindrancesOf(Policy.Step step, LocalDate reachedOn) {
        List<Hindrance> all = new ArrayList<>();
        if (!feedPassed(contract.terms().startOf(reachedOn))) {
            all.add(Hindrance.open(Reason.FEED_INCOMPLETE));
        }
        notices.hindrance(step, now).ifPresent(all::add);
        lighterFirst(step).ifPresent(all::add);
        return all;
    }

    /** A place is asked for when nothing else keeps a step away: only what would be entered now waits for one. */
    private List<Hindrance> placeLast(List<Hindrance> others, boolean taking) {
        return others.isEmpty() && taking && !around.hasPlace(contract)
                ? List.of(Hindrance.open(Reason.CAP_USED_UP))
                : others;
    }

    private Optional<Hindrance> lighterFirst(Policy.Step step) {
        Pack pack = rules.packOn(position.asOf());
        if (!step.isLocking() || !pack.demandsLighterStep()) {
            return Optional.empty();
        }
        Optional<Ascent> ascent = contract.ascent().filter(this::stillCounts);
        if (ascent.filter(first -> first.enteredOn().isBefore(position.asOf())).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Hindrance(Reason.LIGHTER_STEP_FIRST, ascent.map(first -> contract.terms()
                .startOf(first.enteredOn().plusDays(1)))));
    }

    /** For the arrears in which it was entered, and for later ones as long as it was not given back. */
    private boolean stillCounts(Ascent first) {
        Standing standing = contract.standing();
        return (standing.takes() && !standing.locks())
                || position.oldestDueDate().filter(first.dueDate()::equals).isPresent();
    }

    boolean feedPassed(Instant moment) {
        return around.feed(contract)
                .completeThrough()
                .filter(through -> !through.isBefore(moment))
                .isPresent();
    }

    /** The notices that are due, of what lies ahead and of what was seen. */
    List<NoticePlan.Due> dueNotices() {
        return Stream.concat(notices.due(now).stream(), UntoldSigns.of(contract, rules).stream())
                .toList();
    }

    /**
     * When the hour comes at which the borrower may be told; nothing while anything but the hour is against it. What was
     * seen of the handset waits for no money and for nobody's word.
     */
    Optional<Instant> tellFrom(NoticePlan.Due due) {
        return due.isOfWhatWasSeen() ? Optional.of(opening()) : tellFrom().filter(from -> isFed(due));
    }

    private boolean isFed(NoticePlan.Due due) {
        return notices.needsFeedThrough(due).filter(this::feedPassed).isPresent();
    }

    private Optional<Instant> tellFrom() {
        return Optional.of(opening()).filter(opening -> hindrancesOfAll().stream()
                .allMatch(one -> one.reason() == Reason.WINDOW_CLOSED
                        || one.reason() == Reason.REVERSAL_NOTICE_RUNS
                        || one.reason() == Reason.NOTICE_NOT_PROVED
                        || one.reason() == Reason.NO_CHANNEL));
    }

    NoticeOrder order(String noticeId, NoticePlan.Due due) {
        return new NoticeOrder(noticeId, due.purpose(), due.consequence(), due.clauses(), rules.lender(), position);
    }

    boolean isBraked() {
        return around.feed(contract).brakedBy().isPresent();
    }

    /** The earliest moment that the feed must pass before a step that takes more may be entered. */
    Optional<Instant> stepsNeedFeedThrough() {
        Stream<Ladder.Reached> asked = demandedStep().map(step -> new Ladder.Reached(step, position.asOf())).stream();
        return Stream.concat(Ladder.reached(position, rules).stream(), asked)
                .filter(reached -> contract.standing().escalatesTo(Standing.of(reached.step())))
                .map(reached -> contract.terms().startOf(reached.on()))
                .filter(moment -> !feedPassed(moment))
                .min(naturalOrder());
    }

    private Instant opening() {
        return rules.policy().window().nextOpening(now, contract.terms().zone());
    }

    private Set<PaymentId> arrived() {
        return contract.facts().payments().stream().map(Payment::paymentId).collect(Collectors.toSet());
    }

    /** What the partner's own word or a sign of tampering leads to beyond the ladder, as far as the law lets it. */
    private Optional<Rung> demanded() {
        return demandedStep()
                .map(step -> rung(step, true, List.of()))
                .or(this::tampering)
                .filter(rung -> Ladder.standingFor(position, rules).escalatesTo(rung.standing()));
    }

    /** The partner's word brings the ladder's first locking step forward; who is not in arrears is no delinquent. */
    private Optional<Policy.Step> demandedStep() {
        Pack pack = rules.packOn(position.asOf());
        boolean asked = contract.requests().standingLocks().stream()
                .filter(lock -> lock.notBefore().filter(now::isBefore).isEmpty())
                .anyMatch(lock -> position.oldestDueDate().isPresent()
                        || (lock.reason() != PartnerRequest.Reason.DELINQUENT && pack.allowsBeyondArrears()));
        return rules.policy().ladder().stream()
                .filter(step -> asked && step.isLocking())
                .findFirst()
                .filter(step -> pack.firstDayOf(new Policy.Step(0, step.stage(), step.restrictions())).stream()
                        .anyMatch(day -> day <= position.dpd()));
    }

    private Optional<Rung> tampering() {
        return rules.policy().tamper().stream()
                .filter(consequence -> contract.requests().signs().contains(consequence.signal()))
                .filter(consequence ->
                        !consequence.isTaking() || rules.packOn(position.asOf()).allowsBeyondArrears())
                .map(consequence -> new Rung(
                        rules.policy().name() + "@" + rules.policy().version() + "/tamper/"
                                + consequence.signal().wireName(),
                        new Standing(consequence.stage(), consequence.restrictions()),
                        true,
                        List.of()))
                .reduce((one, other) -> one.standing().escalatesTo(other.standing()) ? other : one);
    }
}
