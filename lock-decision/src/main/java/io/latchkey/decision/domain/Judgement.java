package io.latchkey.decision.domain;

import io.latchkey.decision.domain.Contract.Phase;
import io.latchkey.decision.domain.Decision.Judged;
import io.latchkey.decision.domain.Decision.Waits;
import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.Position;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges a contract whose facts are complete: where it stands now, and whether its handset must hear of it. */
final class Judgement {

    private final Contract before;
    private final Handset handset;
    private final Reason occasion;
    private final Optional<Rules> rules;
    private final Position position;
    private final Instant now;

    private Judgement(Contract before, Handset handset, Reason occasion, Optional<Rules> rules, Instant now) {
        this.before = before;
        this.handset = handset;
        this.occasion = occasion;
        this.rules = rules;
        this.position = before.positionAt(now);
        this.now = now;
    }

    static Verdict of(Contract contract, Handset handset, Reason occasion, Surroundings around, Instant now) {
        return new Judgement(contract, handset, occasion, around.rules(contract), now).verdict();
    }

    /** When time alone changes something next; for what is due already, as soon as the clock may say so. */
    static Optional<Instant> deadline(Contract contract, Surroundings around, Instant now) {
        Handset handset = LockPolicy.handsetOf(contract, around);
        return deadline(contract, handset, around.rules(contract), contract.positionAt(now), now);
    }

    private static Optional<Instant> deadline(
            Contract contract, Handset handset, Optional<Rules> rules, Position position, Instant now) {
        boolean mayTake = !handset.bindings().areContested();
        return rules.filter(known -> contract.runs())
                .flatMap(known -> mayTake && contract.standing().escalatesTo(Ladder.standingFor(position, known))
                        ? earlier(contract.mayEscalateFrom(known, now), contract.nextDeadline(position, known))
                        : contract.nextDeadline(position, known));
    }

    private static Optional<Instant> earlier(Instant one, Optional<Instant> other) {
        return Optional.of(other.filter(one::isAfter).orElse(one));
    }

    private Verdict verdict() {
        Contract begun = mayBegin() ? before.begun() : before;
        Contract after = begun.standing(standingOf(begun));
        Optional<Desired> word = wordFor(begun, after);
        Handset then = handsetOf(after, begun);
        Handset told = word.map(then::told).orElse(then);
        long number = before.decisions() + 1;
        Decision decision = decision(number, after, word.map(said -> told.revision()));
        return new Verdict(
                after.decided(number),
                Optional.of(told),
                List.of(decision),
                word.map(said ->
                        new Intent(told.deviceId(), before.partnerId(), told.revision(), said, decision.reason())),
                List.of(),
                List.of(),
                deadline(after, handset, rules, position, now));
    }

    private boolean mayBegin() {
        return before.phase() == Phase.WAITING && rules.isPresent() && handset.freeFor(before.loanId());
    }

    private Standing standingOf(Contract contract) {
        if (contract.phase() == Phase.OVER || contract.settledAt(position)) {
            return Standing.RELEASED;
        }
        if (!contract.runs()) {
            return contract.standing();
        }
        Standing allowed = allowed();
        boolean mayTake = occasion == Reason.DEADLINE_PASSED
                && rules.filter(known -> contract.mayEscalateFrom(known, now).equals(now))
                        .isPresent()
                && !handset.bindings().areContested();
        return contract.standing().escalatesTo(allowed) && !mayTake ? contract.standing() : allowed;
    }

    private Standing allowed() {
        return rules.map(known -> Ladder.standingFor(position, known)).orElse(Standing.CURRENT);
    }

    /**
     * What the handset must hear: a state that differs from the last one said, by a loan that governs it. After its
     * release a loan speaks only to an enrollment that was told nothing yet, so that a phone wiped later is free too. A
     * handset that holds what we do not know of is told anew by whoever spoke to it last.
     */
    private Optional<Desired> wordFor(Contract begun, Contract after) {
        boolean anew = occasion == Reason.HANDSET_AHEAD;
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
                        Notices.noticeFor(after, position, known.lender())))
                .filter(desired -> anew || !handset.stated().equals(Optional.of(desired)));
    }

    private Handset handsetOf(Contract after, Contract begun) {
        if (after.phase() == Phase.OVER) {
            return handset.releasedBy(after.loanId());
        }
        return begun.phase() == Phase.GOVERNING ? handset.governedBy(after.loanId()) : handset;
    }

    private Decision decision(long number, Contract after, Optional<Long> revision) {
        boolean turnToBegin = occasion == Reason.LOAN_ACTIVATED || occasion == Reason.DEADLINE_PASSED;
        if (after.phase() == Phase.WAITING && turnToBegin) {
            return new Waits(number, rules.isEmpty() ? Reason.POLICY_NOT_READ_YET : Reason.DEVICE_HAS_ANOTHER_LOAN);
        }
        Stage from = before.standing().stage();
        Reason reason = reasonFor(after);
        Optional<String> clause = rules.flatMap(known -> reason == Reason.LAW_FORBIDS
                ? Ladder.objection(position, known)
                : Ladder.clauseOf(after.standing(), known));
        return new Judged(
                number,
                reason,
                from,
                after.standing().stage(),
                new Decision.Basis(handset.deviceId(), clause, position, revision));
    }

    private Reason reasonFor(Contract after) {
        if (after.phase() == Phase.OVER && before.phase() != Phase.OVER) {
            return before.facts().letGo() ? Reason.LOAN_CLOSED : Reason.PAID_IN_FULL;
        }
        return switch (occasion) {
            case DEADLINE_PASSED -> timely(after);
            case PAYMENT_RECEIVED -> milder(after) ? cure() : occasion;
            default -> occasion;
        };
    }

    private Reason timely(Contract after) {
        if (before.phase() == Phase.WAITING) {
            return Reason.LOAN_ACTIVATED;
        }
        if (before.standing().escalatesTo(after.standing())) {
            return position.dpd() == 0 ? Reason.INSTALLMENT_DUE : Reason.DPD_REACHED;
        }
        // Time alone makes nothing milder but by another law.
        if (milder(after)) {
            return Reason.LAW_FORBIDS;
        }
        if (handset.bindings().areContested() && after.standing().escalatesTo(allowed())) {
            return Reason.HANDSET_CONTESTED;
        }
        if (after.standing().escalatesTo(allowed())
                && rules.filter(known -> after.noticeOfReversalRuns(known, now)).isEmpty()) {
            return Reason.WINDOW_CLOSED;
        }
        return fellDueToday() ? Reason.INSTALLMENT_DUE : occasion;
    }

    private boolean fellDueToday() {
        return before.terms().schedule().installments().stream()
                .anyMatch(one -> one.dueDate().equals(position.asOf()));
    }

    private boolean milder(Contract after) {
        return after.standing().escalatesTo(before.standing());
    }

    private Reason cure() {
        return position.oldestDueDate().isEmpty() ? Reason.ARREARS_PAID : Reason.PAYMENT_RECEIVED;
    }
}
