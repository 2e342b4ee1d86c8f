package io.latchkey.decision.proof;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.LoanEvent.LoanActivated;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that happens to one loan.
 *
 * @param policy what it was signed under
 * @param zone where it was
 * @param end when we look away
 * @param lines what happens; lines of the same moment in their order
 */
record History(Policy policy, ZoneId zone, Instant end, List<Line> lines) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd EEE HH:mm xxx");

    History with(List<Line> fewer) {
        return new History(policy, zone, end, fewer);
    }

    private String local(Instant moment) {
        return moment.equals(Instant.MAX) ? "for ever" : MOMENT.format(moment.atZone(zone));
    }

    /** One line a fact. */
    @Override
    public String toString() {
        return "zone " + zone + ", until " + local(end) + "\npolicy " + policy + "\n"
                + lines.stream().map(this::told).collect(Collectors.joining("\n"));
    }

    private String told(Line line) {
        return switch (line) {
            case Line.Told one -> local(one.at()) + "  " + told(one.event());
            case Line.Complete one -> local(one.at()) + "  feed complete through " + local(one.through());
            case Line.Brake one -> local(one.at()) + "  brake " + (one.on() ? "on" : "off");
            case Line.Place one -> local(one.at()) + "  " + (one.left() ? "a place is left" : "no place is left");
            case Line.Clock one -> local(one.at()) + "  the clock " + (one.goes() ? "goes on" : "stands");
            case Line.Report one -> local(one.at()) + "  the phone reports what it holds";
            case Line.Answer one ->
                "notice " + one.notice() + " " + one.outcome() + " " + one.happens() + " after its order, heard "
                        + one.heard() + " after it";
        };
    }

    private String told(LoanEvent event) {
        return switch (event) {
            case LoanActivated one -> "activated: " + told(one.terms().schedule());
            case LoanEvent.PaymentReceived one ->
                "paid " + one.payment().paymentId() + " "
                        + one.payment().amount().minorUnits() + " counting from "
                        + local(one.payment().countsFrom());
            case LoanEvent.PaymentReversed one ->
                "reversed " + one.reversal().paymentId() + " accepted "
                        + local(one.reversal().acceptedAt());
            case LoanEvent.LoanAmended one ->
                "amended " + one.amendment().eventId() + " stated "
                        + local(one.amendment().statedAt()) + " effective "
                        + local(one.amendment().effectiveAt()) + ": "
                        + told(one.amendment().schedule());
            case LoanEvent.LoanClosed one -> "closed " + one.closing();
            case LoanEvent.Requested one -> "asked " + one.request();
            case LoanEvent.TamperSeen one -> "tampering " + one.signal();
            case LoanEvent.EnrollmentCompleted one -> "enrolled " + one.enrollment();
            case LoanEvent.EnrollmentContested one -> "contested by " + one.rival();
            case LoanEvent.ContestSettled one -> "settled for " + one.kept();
            case LoanEvent other -> other.getClass().getSimpleName();
        };
    }

    private static String told(Schedule schedule) {
        return schedule.installments().stream()
                .map(one -> one.dueDate() + " " + one.amount().minorUnits())
                .collect(Collectors.joining(", "));
    }
}
