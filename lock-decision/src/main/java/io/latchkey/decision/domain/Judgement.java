package io.latchkey.decision.domain;

import io.latchkey.decision.domain.Contract.Phase;
import io.latchkey.decision.domain.Decision.Basis;
import io.latchkey.decision.domain.Decision.Held;
import io.latchkey.decision.domain.Decision.Judged;
import io.latchkey.decision.domain.Decision.Waits;
import io.latchkey.decision.domain.Weighing.Cause;
import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.decision.domain.notice.NoticeLedger;
import io.latchkey.events.Position;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges a contract whose facts are complete: where it stands now, and whether its handset must hear of it. */
final class Judgement {

    private final Contract before;
    private final Contract begun;
    private final Handset handset;
    private final Reason occasion;
    private final Optional<Rules> rules;
    private final Surroundings around;
    private final Position position;
    private final Instant now;
    private final Optional<Escalation> escalation;
    private final Weighing weighing;

    private Judgement(Contract before, Handset handset, Reason occasion, Surroundings around, Instant now) {
        this.before = before;
        this.handset = handset;
        this.occasion = occasion;
        this.rules = around.rules(before);
        this.around = around;
        this.now = now;
        this.position = before.positionAt(now, rules);
        this.begun = mayBegin() ? before.begun() : before;
        this.escalation = rules.map(known -> new Escalation(begun, handset, position, known, around, now));
        this.weighing = weigh();
    }

    static Verdict of(Contract contract, Handset handset, Reason occasion, Surroundings around, Instant now) {
        return new Judgement(contract, handset, occasion, around, now).verdict();
    }

    /** When the loan is to be judged again; for what is due already, as soon as the clock may say so. */
    static Outlook outlook(Contract contract, Surroundings around, Instant now) {
        Handset handset = LockPolicy.handsetOf(contract, around);
        Judgement standstill = new Judgement(contract, handset, Reason.REQUEST_NOTED, around, now);
        Outlook ahead = standstill.outlook(contract);
        return standstill.isOverdue() ? new Outlook(Optional.of(now), ahead.need()) : ahead;
    }

    /** Tells whether a turn is due that was not taken yet: what came before it must not swallow it. */
    private boolean isOverdue() {
        Contract then = before.standing(weighing.next());
        return before.phase() == Phase.GOVERNING
                && (!then.standing().equals(before.standing()) || wordFor(then).isPresent());
    }

    private boolean mayBegin() {
        return before.phase() == Phase.WAITING && rules.isPresent() && handset.freeFor(before.loanId());
    }

    private boolean clock() {
        return occasion == Reason.DEADLINE_PASSED;
    }

    private Weighing weigh() {
        Cause cause = cause();
        List<Rung> rungs = escalation
                .filter(asked -> cause == Cause.CLOCK || cause == Cause.EVENT)
                .map(asked -> cause == Cause.CLOCK ? asked.weighedRungs() : asked.rungs())
                .orElse(List.of());
        return new Weighing(cause, begun.standing(), rungs);
    }

    private Cause cause() {
        if (begun.phase() == Phase.OVER || begun.facts().letGo()) {
            return Cause.OVER;
        }
        if (begun.settledAt(position)) {
            return rules.flatMap(begun::overFrom).filter(now::isBefore).isPresent() ? Cause.PAID : Cause.OVER;
        }
        if (!begun.runs()) {
            return Cause.STAYS;
        }
        if (rules.filter(known -> begun.isFreed(known, now)).isPresent()) {
            return Cause.FREED;
        }
        return clock() ? Cause.CLOCK : Cause.EVENT;
    }

    private Verdict verdict() {
        Orders orders = orders();
        Contract stood = begun.with(orders.ledger()).standing(weighing.next());
        boolean takes = takesMore(stood);
        Contract moved = takes ? ascended(stood) : stood;
        Optional<Desired> word = wordFor(moved);
        Handset then = handsetOf(moved);
        Handset told = word.map(then::told).orElse(then);
        Contract after = isOnScreen(moved, told) ? moved.with(shown(moved, told.revision())) : moved;
        long number = before.decisions() + 1;
        Decision decision = decision(number, after, word.map(said -> told.revision()));
        Outlook outlook = outlook(after);
        return new Verdict(
                after.decided(number),
                Optional.of(speaksTo(told) ? told.awaiting(after.notices().awaitedRevision()) : told),
                List.of(decision),
                word.map(said ->
                        new Intent(told.deviceId(), before.partnerId(), told.revision(), said, decision.reason())),
                List.of(),
                List.of(),
                outlook.deadline(),
                outlook.need(),
                orders.notices(),
                takes,
                Optional.empty());
    }

    /** Whose notices the handset proves: the loan that governs it, or set it free. */
    private boolean speaksTo(Handset told) {
        return told.governor()
                .or(() -> told.stated().map(Desired::loanId))
                .filter(before.loanId()::equals)
                .isPresent();
    }

    private Orders orders() {
        boolean paidOff = begun.phase() != Phase.OVER
                && weighing.next().over()
                && position.outstanding().minorUnits() == 0;
        if (paidOff && rules.isPresent()) {
            return Orders.ofPaidOff(begun, rules.get(), position, now);
        }
        return escalation
                .filter(asked -> clock() && weighing.cause() == Cause.CLOCK)
                .map(asked -> Orders.of(begun, asked, now))
                .orElseGet(() -> Orders.none(begun));
    }

    private boolean takesMore(Contract after) {
        return begun.standing().escalatesTo(after.standing())
                && after.standing().takes();
    }

    /** What was entered in other arrears, or is entered without any, says nothing of these. */
    private Contract ascended(Contract after) {
        if (after.standing().locks()) {
            return after;
        }
        return after.ascended(position.oldestDueDate().map(due -> after.ascent()
                .filter(known -> known.dueDate().equals(due))
                .orElseGet(() -> new Ascent(due, position.asOf()))));
    }

    /** Tells whether the handset's newest word is this contract's: it was said now, or stands as it was said. */
    private static boolean isOnScreen(Contract after, Handset told) {
        return told.stated()
                        .filter(said -> said.loanId().equals(after.loanId()))
                        .isPresent()
                && !told.awaitsFirstWord();
    }

    /** The screen shows one notice at a time, from the revision on that carries it. */
    private NoticeLedger shown(Contract after, long revision) {
        return rules.flatMap(known -> new NoticePlan(after, position, known).onScreen())
                .map(one -> after.notices().shownFrom(revision, one.noticeId()))
                .orElse(after.notices());
    }

    private Outlook outlook(Contract after) {
        boolean waits = after.runs()
                || after.settledAt(position)
                || !after.facts().amendments().isEmpty();
        if (rules.isEmpty() || after.phase() != Phase.GOVERNING || !waits) {
            return Outlook.NONE;
        }
        return Prospect.of(after, handset, position, rules.get(), around, now);
    }

    /**
     * What the handset must hear: a state that differs from the last one said, by a loan that governs it. After its
     * release a loan speaks only to an enrollment that was told nothing yet, so that a phone wiped later is free too. A
     * handset that holds what we do not know of is told anew by whoever spoke to it last.
     */
    private Optional<Desired> wordFor(Contract after) {
        boolean anew = occasion == Reason.HANDSET_AHEAD || occasion == Reason.UPDATE_FORCED;
        boolean governs = begun.phase() == Phase.GOVERNING;
        boolean lastWord =
                begun.phase() == Phase.OVER && handset.governor().isEmpty() && (anew || handset.awaitsFirstWord());
        if (handset.bindings().heard().isEmpty() || !(governs || lastWord)) {
            return Optional.empty();
        }
        return rules.map(known -> new Desired(
                        after.loanId(),
                        handset.bindings().heard(),
                        after.standing(),
                        Notices.noticeFor(after, position, known)))
                .filter(desired -> anew || !handset.stated().equals(Optional.of(desired)));
    }

    private Handset handsetOf(Contract after) {
        if (after.phase() == Phase.OVER) {
            return handset.releasedBy(after.loanId());
        }
        return begun.phase() == Phase.GOVERNING ? handset.governedBy(after.loanId()) : handset;
    }

    private Decision decision(long number, Contract after, Optional<Long> revision) {
        boolean turnToBegin = occasion == Reason.LOAN_ACTIVATED || clock();
        if (after.phase() == Phase.WAITING && turnToBegin) {
            return new Waits(number, rules.isEmpty() ? Reason.POLICY_NOT_READ_YET : Reason.DEVICE_HAS_ANOTHER_LOAN);
        }
        Grounds grounds = new Grounds(before, after, handset, occasion, position, weighing);
        Basis basis =
                new Basis(handset.deviceId(), grounds.clause(rules), position, revision, rules.map(grounds::inputs));
        Stage from = before.standing().stage();
        if (weighing.cause() == Cause.CLOCK
                && weighing.wantsMore()
                && after.standing().equals(before.standing())) {
            Rung wanted = weighing.further().getLast();
            return new Held(number, wanted.hindrances().getFirst().reason(), from, wanted.standing(), basis);
        }
        return new Judged(number, grounds.reason(), from, after.standing().stage(), basis);
    }
}
