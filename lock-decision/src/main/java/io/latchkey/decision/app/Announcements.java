package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Decision;
import io.latchkey.decision.domain.Intent;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.NoticeOrder;
import io.latchkey.decision.domain.Reason;
import io.latchkey.decision.domain.Rung;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.events.Event;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanMemory;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Stage;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words verdicts as events; the only file that knows both. Ids follow from what was decided, so that whoever sends an
 * event again sends the same one.
 */
final class Announcements {

    private final Cause cause;
    private final Instant now;
    private final Loan loan;
    private final Optional<LoanMemory> memory;

    private Announcements(Verdict verdict, Cause cause, Instant now) {
        this.memory = verdict.memory().map(Memories::worded);
        this.cause = cause;
        this.now = now;
        this.loan = verdict.loan();
    }

    /** The intent goes first: it is what a borrower waits for. */
    static List<OutgoingEvent> of(Verdict verdict, Cause cause, Instant now) {
        Announcements words = new Announcements(verdict, cause, now);
        List<OutgoingEvent> all = new ArrayList<>();
        verdict.intent()
                .ifPresent(intent ->
                        all.add(words.outgoing(intent.deviceId() + ":" + intent.revision(), words.intent(intent))));
        for (Decision decision : verdict.decisions()) {
            all.add(words.outgoing(words.loan.loanId() + ":" + decision.number(), words.decision(decision)));
        }
        for (NoticeOrder order : verdict.notices()) {
            all.add(words.outgoing(order.noticeId(), words.notice(order)));
        }
        return all;
    }

    private OutgoingEvent outgoing(String id, Event event) {
        return new OutgoingEvent(
                event,
                new EventMeta(
                        id,
                        now,
                        cause.seenAt(),
                        Optional.of(cause.eventId()),
                        TraceParent.childOf(cause.traceparent())));
    }

    private LockIntent intent(Intent intent) {
        return new LockIntent(
                intent.deviceId(),
                intent.desired().loanId(),
                intent.partnerId(),
                intent.desired().enrollments(),
                intent.revision(),
                intent.desired().standing().stage(),
                intent.desired().standing().restrictions(),
                intent.reason().code(),
                intent.desired().notice(),
                now);
    }

    private NoticeOrdered notice(NoticeOrder order) {
        Terms terms = ((Contract) loan).terms();
        return new NoticeOrdered(
                order.noticeId(),
                loan.loanId(),
                loan.partnerId(),
                order.purpose().kind(),
                order.purpose().about(),
                order.purpose().index(),
                now,
                terms.locale(),
                terms.contact(),
                order.lender(),
                order.position(),
                order.consequence(),
                order.clauses());
    }

    private LoanDecision decision(Decision decision) {
        String reason = decision.reason().code();
        return switch (decision) {
            case Decision.Judged judged -> judged(judged);
            case Decision.Held held ->
                new LoanDecision.EscalationHeld(
                        loan.loanId(),
                        loan.partnerId(),
                        held.number(),
                        now,
                        held.stage(),
                        held.wanted().stage(),
                        basis(held.basis(), held.reason()));
            case Decision.Waits waits ->
                new LoanDecision.LoanWaiting(loan.loanId(), loan.partnerId(), waits.number(), now, reason);
            case Decision.Refused refused ->
                new LoanDecision.LoanRefused(loan.loanId(), loan.partnerId(), refused.number(), now, reason);
            case Decision.Parked parked ->
                new LoanDecision.PaymentParked(
                        loan.loanId(),
                        loan.partnerId(),
                        parked.number(),
                        now,
                        parked.payment().paymentId(),
                        parked.payment().amount(),
                        reason);
        };
    }

    private LoanDecision.Basis basis(Decision.Basis basis, Reason reason) {
        return new LoanDecision.Basis(
                basis.deviceId(),
                reason.code(),
                basis.clause(),
                basis.position(),
                basis.revision(),
                basis.inputs().map(Announcements::inputs),
                memory);
    }

    private static LoanDecision.Inputs inputs(Decision.Inputs inputs) {
        return new LoanDecision.Inputs(
                inputs.policy(),
                inputs.pack(),
                inputs.before(),
                inputs.cause().name().toLowerCase(Locale.ROOT),
                inputs.rungs().stream().map(Announcements::rung).toList());
    }

    private static LoanDecision.Rung rung(Rung rung) {
        return new LoanDecision.Rung(
                rung.clause(),
                rung.standing().stage(),
                rung.standing().restrictions(),
                rung.demanded(),
                rung.hindrances().stream()
                        .map(one -> new LoanDecision.Hindrance(one.reason().code(), one.until()))
                        .toList());
    }

    private LoanDecision judged(Decision.Judged judged) {
        LoanDecision.Basis basis = basis(judged.basis(), judged.reason());
        Stage from = judged.from();
        Stage to = judged.to();
        long number = judged.number();
        if (from == to) {
            return new LoanDecision.StageKept(loan.loanId(), loan.partnerId(), number, now, to, basis);
        }
        if (to == Stage.RELEASED) {
            return new LoanDecision.Released(loan.loanId(), loan.partnerId(), number, now, from, basis);
        }
        return from.escalatesTo(to)
                ? new LoanDecision.StageEntered(loan.loanId(), loan.partnerId(), number, now, from, to, basis)
                : new LoanDecision.StageLeft(loan.loanId(), loan.partnerId(), number, now, from, to, basis);
    }
}
