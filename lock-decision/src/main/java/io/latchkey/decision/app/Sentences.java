package io.latchkey.decision.app;

import static java.util.Locale.ENGLISH;
import static java.util.stream.Collectors.joining;

import io.latchkey.decision.domain.Rung;
import io.latchkey.decision.domain.Weighing.Cause;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.Basis;
import io.latchkey.events.LoanDecision.Hindrance;
import io.latchkey.events.LoanDecision.Inputs;
import io.latchkey.events.LoanDecision.PaymentParked;
import io.latchkey.events.Money;
import io.latchkey.events.Position;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Words a recorded decision: what was known, what that led to, what kept it away, and what was told. */
final class Sentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", ENGLISH);

    private final LoanDecision decision;
    private final DecisionSummary summary;
    private final WorkedOutAgain again;
    private final ZoneId zone;

    Sentences(LoanDecision decision, WorkedOutAgain again, ZoneId zone) {
        this.decision = decision;
        this.summary = DecisionSummary.of(decision);
        this.again = again;
        this.zone = zone;
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        Optional<Basis> basis = DecisionSummary.basisOf(decision);
        Optional<Inputs> inputs = basis.flatMap(Basis::inputs);
        basis.ifPresent(known -> all.addAll(position(known.position())));
        inputs.ifPresent(weighed -> all.add(cause(weighed.cause())));
        inputs.ifPresent(weighed -> all.addAll(steps(weighed)));
        if (decision instanceof PaymentParked parked) {
            all.add("The payment of " + amount(parked.amount()) + " is kept apart until it fits.");
        }
        all.add(reason());
        inputs.ifPresent(weighed -> all.add("It was weighed under the policy " + weighed.policy() + " and the law "
                + weighed.pack() + ", at " + moment(summary.decidedAt()) + "."));
        basis.ifPresent(known -> all.add(outcome()));
        basis.ifPresent(known -> all.add(known.revision()
                .map(revision -> "The handset was told so with revision " + revision + ".")
                .orElse("The handset need not hear of it.")));
        return all;
    }

    private static List<String> position(Position position) {
        List<String> said = new ArrayList<>();
        if (position.outstanding().minorUnits() == 0) {
            said.add("All that was ever to be paid is paid, as of " + day(position.asOf()) + ".");
        } else {
            said.add(position.oldestDueDate()
                    .map(due -> "The installment of " + day(due) + " is unpaid: " + days(position.dpd())
                            + " past due on " + day(position.asOf()) + ", with " + amount(position.arrears())
                            + " in arrears.")
                    .orElseGet(() -> "Nothing is past due on " + day(position.asOf()) + "; "
                            + amount(position.outstanding()) + " of the whole loan is still to be paid."));
        }
        if (position.defaults() > 0) {
            said.add("Times in arrears that counted as a default until then: " + position.defaults() + ".");
        }
        return said;
    }

    private static String cause(String cause) {
        return switch (Cause.valueOf(cause.toUpperCase(Locale.ROOT))) {
            case OVER -> "The loan is over, so the handset is free for good.";
            case STAYS -> "The loan does not speak to its handset, so the stage stays as it is.";
            case PAID -> "The handset is free while the time runs in which money is often taken back.";
            case FREED -> "A grant of support, or the partner's own word, keeps the handset free.";
            case EVENT -> "It was decided on an event, which frees or leaves as it is; only the clock takes.";
            case CLOCK -> "It was the loan's turn by the clock, which alone takes something.";
        };
    }

    /** The steps that are on record; if there are none, the one that holds and the one that waits for the clock. */
    private List<String> steps(Inputs inputs) {
        List<String> said = new ArrayList<>();
        for (LoanDecision.Rung rung : inputs.rungs()) {
            String step = step(rung.clause(), rung.stage(), rung.restrictions());
            said.add(rung.demanded() ? "Somebody's word led to " + step + "." : "The " + step + " was reached.");
            if (!rung.hindrances().isEmpty()) {
                said.add("It was not entered: "
                        + rung.hindrances().stream().map(this::hindrance).collect(joining("; ")) + ".");
            } else if (inputs.cause().equals("clock")) {
                said.add("Nothing kept it away.");
            }
        }
        if (again instanceof WorkedOutAgain.Done done) {
            List<Rung> ladder = done.recount().rungs().stream()
                    .filter(rung -> inputs.rungs().stream()
                            .noneMatch(one -> one.clause().equals(rung.clause())))
                    .toList();
            ladder.reversed().stream()
                    .limit(1)
                    .map(rung -> holds(rung, done.recount().recorded().before().escalatesTo(rung.standing())))
                    .forEach(said::add);
        }
        return said;
    }

    private static String holds(Rung rung, boolean takesMore) {
        String step =
                step(rung.clause(), rung.standing().stage(), rung.standing().restrictions());
        return "The " + step + (takesMore ? " is reached and waits for the loan's turn." : " is reached and holds.");
    }

    private String hindrance(Hindrance one) {
        return ReasonTexts.of(one.reason()).orElse(one.reason())
                + one.until().map(end -> " until " + moment(end)).orElse("");
    }

    private String reason() {
        String clause = summary.clause()
                .map(name -> ", by the clause " + name)
                .filter(name ->
                        DecisionSummary.basisOf(decision).flatMap(Basis::inputs).isPresent())
                .orElse("");
        return "The reason is " + summary.reason()
                + ReasonTexts.of(summary.reason()).map(text -> ": " + text).orElse("") + clause + ".";
    }

    private String outcome() {
        Stage from = summary.from().orElseThrow();
        Stage to = summary.to().orElseThrow();
        return from == to
                ? "The stage stayed " + to
                        + summary.wanted()
                                .map(stage -> ", although " + stage + " was reached")
                                .orElse("") + "."
                : "The stage went from " + from + " to " + to + ".";
    }

    private static String step(String clause, Stage stage, List<Restriction> restrictions) {
        return Stream.of(
                        stage.name(),
                        restrictions.stream().map(Restriction::wireName).collect(joining(", ")))
                .filter(part -> !part.isEmpty())
                .collect(joining(": ", "step " + clause + " (", ")"));
    }

    private String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone)) + " (" + zone + ")";
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String days(int count) {
        return count == 1 ? "1 day" : count + " days";
    }

    private static String amount(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minorUnits(), digits).toPlainString() + " " + money.currency();
    }
}
