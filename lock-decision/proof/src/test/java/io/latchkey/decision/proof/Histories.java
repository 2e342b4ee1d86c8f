package io.latchkey.decision.proof;

import static java.util.Comparator.comparing;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import io.latchkey.events.PaymentId;
import io.latchkey.events.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes up what happens to a loan; the same seed makes up the same. */
final class Histories {

    private static final List<String> ZONES = List.of(
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Africa/Nairobi",
            "Asia/Kolkata",
            "Pacific/Apia",
            "Pacific/Pago_Pago",
            "Pacific/Kiritimati",
            "Africa/Cairo",
            "America/Santiago",
            "Asia/Kathmandu",
            "UTC");

    private final Dice dice;
    private final ZoneId zone;
    private final LocalDate start;
    private final Policy policy;
    private final List<Installment> schedule;
    private final LocalDate last;
    private final boolean late;
    private final List<Line> lines = new ArrayList<>();

    private Histories(long seed) {
        dice = new Dice(seed);
        zone = ZoneId.of(dice.oneOf(ZONES));
        start = LocalDate.parse("2026-09-01").plusDays(dice.between(0, 560));
        policy = Policies.random(dice, start);
        late = dice.chance(12);
        boolean steep = policy.ladder().getLast().dpd() < 30;
        schedule = schedule(start.plusDays(dice.between(3, 12)), steep, dice.between(1, 4));
        last = schedule.getLast().dueDate().plusDays(policy.ladder().getLast().dpd() + dice.between(5, 25));
    }

    static History random(long seed) {
        return new Histories(seed).made();
    }

    private History made() {
        activation();
        schedule.forEach(this::payments);
        for (int more = dice.between(0, 2); more > 0; more--) {
            payment("M" + more, someDay(), dice.between(20, 300));
        }
        if (dice.chance(20)) {
            amendment("A1");
            amendment("A2");
        }
        new Surprises(dice, zone, start, last, lines).add();
        repeat();
        lines.sort(comparing(line -> line.when().orElse(Instant.MAX)));
        return new History(policy, zone, last.atStartOfDay(zone).toInstant(), List.copyOf(lines));
    }

    private List<Installment> schedule(LocalDate first, boolean steep, int more) {
        boolean monthly = !steep || dice.chance(20);
        int gap = dice.between(4, 15);
        List<Installment> all = new ArrayList<>();
        for (int i = 0; i <= more; i++) {
            LocalDate due = monthly ? first.plusMonths(i) : first.plusDays((long) gap * i);
            long amount = dice.chance(70) ? 100 : dice.between(50, 150);
            all.add(new Installment(i + 1, due, new Money(amount, Names.KES)));
        }
        return all;
    }

    private void activation() {
        Terms terms = new Terms(
                Names.DEVICE,
                new Schedule(Names.KES, schedule),
                zone,
                policy.name(),
                policy.version(),
                "en",
                Optional.empty());
        LocalDate day = late ? start.plusDays(dice.between(10, 30)) : start;
        tell(dice.on(day, zone), new LoanEvent.LoanActivated(Names.LOAN, Names.PARTNER, terms));
    }

    private void payments(Installment one) {
        String id = "P" + one.number();
        long amount = one.amount().minorUnits();
        LocalDate about = one.dueDate().plusDays(dice.between(-2, 12));
        switch (dice.between(0, 9)) {
            case 0, 1, 2, 3 -> payment(id, about, amount);
            case 4 -> payment(id, about, amount - dice.oneOf(3, 5, 6, 29, 30, 31));
            case 5, 6 -> {
                payment(id + "a", about, amount / 2);
                payment(id + "b", about.plusDays(dice.between(0, 9)), amount - amount / 2);
            }
            default -> {}
        }
    }

    private LocalDate someDay() {
        return start.plusDays(dice.between(1, (int) (last.toEpochDay() - start.toEpochDay())));
    }

    /** Money that comes late, was announced before, and is taken back, or not. */
    private void payment(String id, LocalDate day, long amount) {
        PaymentId paymentId = new PaymentId(id);
        Instant accepted = dice.on(day, zone);
        Instant paidAt = dice.chance(70) ? accepted : accepted.minus(Duration.ofHours(dice.between(1, 110)));
        Payment payment = Payment.reported(paymentId, new Money(amount, Names.KES), paidAt, accepted);
        if (dice.chance(20)) {
            Instant announced = accepted.minus(Duration.ofHours(dice.between(0, 60)));
            asked(announced, new Request.Pending(paymentId, announced.minus(Duration.ofHours(dice.between(0, 5)))));
        }
        if (dice.chance(92)) {
            tell(accepted, new LoanEvent.PaymentReceived(Names.LOAN, Names.PARTNER, payment));
        }
        if (!late && dice.chance(4)) {
            Payment other = new Payment(paymentId, new Money(amount + 7, Names.KES), paidAt);
            tell(
                    accepted.plus(Duration.ofHours(dice.between(0, 50))),
                    new LoanEvent.PaymentReceived(Names.LOAN, Names.PARTNER, other));
        }
        if (dice.chance(22)) {
            Instant taken = accepted.plus(Duration.ofHours(dice.between(-30, 400)));
            tell(taken, new LoanEvent.PaymentReversed(Names.LOAN, Names.PARTNER, new Reversal(paymentId, taken)));
        }
    }

    private void amendment(String id) {
        Instant stated = dice.on(someDay(), zone);
        LocalDate day = stated.atZone(zone).toLocalDate().plusDays(dice.between(-4, 8));
        Instant effective = dice.on(day, zone);
        Schedule anew =
                new Schedule(Names.KES, schedule(day.plusDays(dice.between(-10, 15)), true, dice.between(0, 3)));
        tell(
                stated.plus(Duration.ofHours(dice.oneOf(0, 0, 30))),
                new LoanEvent.LoanAmended(Names.LOAN, Names.PARTNER, new Amendment(id, stated, effective, anew)));
    }

    /** Some is told twice, at once or days later. */
    private void repeat() {
        for (Line line : List.copyOf(lines)) {
            boolean twice = dice.chance(10);
            if (twice && line instanceof Line.Told one && !(one.event() instanceof LoanEvent.LoanActivated)) {
                lines.add(new Line.Told(one.at().plus(Duration.ofHours(dice.oneOf(0, 1, 30, 100))), one.event()));
            }
        }
    }

    private void tell(Instant at, LoanEvent event) {
        lines.add(new Line.Told(at, event));
    }

    private void asked(Instant at, Request request) {
        tell(at, new LoanEvent.Requested(Names.LOAN, Names.PARTNER, request));
    }
}
