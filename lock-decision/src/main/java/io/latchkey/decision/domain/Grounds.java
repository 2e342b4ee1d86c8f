package io.latchkey.decision.domain;

import io.latchkey.decision.domain.Contract.Phase;
import io.latchkey.decision.domain.Decision.Inputs;
import io.latchkey.decision.domain.Weighing.Cause;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.Position;
import java.util.Optional;

/** Says why a judgement came out as it did. */
record Grounds(
        Contract before, Contract after, Handset handset, Reason occasion, Position position, Weighing weighing) {

    Reason reason() {
        if (after.phase() == Phase.OVER && before.phase() != Phase.OVER) {
            return before.facts().letGo() ? Reason.LOAN_CLOSED : Reason.PAID_IN_FULL;
        }
        return switch (occasion) {
            case DEADLINE_PASSED -> timely();
            case PAYMENT_RECEIVED, PAYMENT_MATCHED -> milder() ? cure() : occasion;
            case REQUEST_NOTED -> milder() && weighing.cause() == Cause.FREED ? Reason.FREED_ON_REQUEST : occasion;
            default -> occasion;
        };
    }

    private Reason timely() {
        if (before.phase() == Phase.WAITING) {
            return Reason.LOAN_ACTIVATED;
        }
        if (before.standing().escalatesTo(after.standing())) {
            return entered();
        }
        // Time alone makes nothing milder but by another law, or because a request came into effect.
        if (milder()) {
            return weighing.cause() == Cause.FREED ? Reason.FREED_ON_REQUEST : Reason.LAW_FORBIDS;
        }
        return fellDueToday() ? Reason.INSTALLMENT_DUE : occasion;
    }

    private Reason entered() {
        boolean asked = !weighing.rungs().isEmpty()
                && after.standing().equals(weighing.ceiling())
                && weighing.rungs().getLast().demanded();
        if (asked) {
            return Reason.LOCK_REQUESTED;
        }
        return position.dpd() == 0 ? Reason.INSTALLMENT_DUE : Reason.DPD_REACHED;
    }

    private boolean fellDueToday() {
        return before.scheduleOn(position.asOf()).installments().stream()
                .anyMatch(one -> one.dueDate().equals(position.asOf()));
    }

    private boolean milder() {
        return after.standing().escalatesTo(before.standing());
    }

    private Reason cure() {
        return position.oldestDueDate().isEmpty() ? Reason.ARREARS_PAID : Reason.PAYMENT_RECEIVED;
    }

    /** The clause that holds now, or that of the law which forbids it. */
    Optional<String> clause(Optional<Rules> rules) {
        return rules.flatMap(known -> reason() == Reason.LAW_FORBIDS
                ? Ladder.objection(position, known)
                : weighing.rungs().stream()
                        .filter(rung -> rung.standing().equals(after.standing()))
                        .findFirst()
                        .map(Rung::clause)
                        .or(() -> Ladder.clauseOf(after.standing(), known)));
    }

    Inputs inputs(Rules rules) {
        return new Inputs(
                rules.policy().name() + "@" + rules.policy().version(),
                rules.packOn(position.asOf()).id().toString(),
                before.standing().restrictions(),
                weighing.cause(),
                weighing.rungs().stream().filter(this::isRecorded).toList());
    }

    /**
     * The ladder's steps follow from the position again; what kept them away does not, and what somebody's word led to
     * does not either.
     */
    private boolean isRecorded(Rung rung) {
        boolean wanted = weighing.cause() == Cause.CLOCK && before.standing().escalatesTo(rung.standing());
        return wanted || rung.demanded();
    }
}
