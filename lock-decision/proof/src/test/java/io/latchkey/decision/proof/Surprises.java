package io.latchkey.decision.proof;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerRequest;
import io.latchkey.events.PaymentId;
import io.latchkey.events.policy.TamperSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Whatever happens to a loan beside its money. */
final class Surprises {

    private static final int NOTICES = 14;

    private final Dice dice;
    private final ZoneId zone;
    private final LocalDate start;
    private final LocalDate last;
    private final List<Line> lines;

    Surprises(Dice dice, ZoneId zone, LocalDate start, LocalDate last, List<Line> lines) {
        this.dice = dice;
        this.zone = zone;
        this.start = start;
        this.last = last;
        this.lines = lines;
    }

    void add() {
        enrollments();
        answers();
        some(25, 2, this::hold);
        some(20, 2, this::grant);
        some(25, 2, this::lock);
        some(7, 1, this::unlock);
        some(15, 4, i -> asked(someTime(), new Request.Pending(new PaymentId("N" + i), someTime())));
        some(15, 2, i -> tampering());
        some(
                6,
                1,
                i -> tell(
                        someTime(),
                        new LoanEvent.LoanClosed(
                                Names.LOAN,
                                Names.PARTNER,
                                dice.oneOf(ClosingReason.REPOSSESSED, dice.oneOf(ClosingReason.values())))));
        some(10, 1, i -> tell(someTime(), new LoanEvent.ForceUpdateRequested(Names.LOAN, Names.PARTNER)));
        some(
                15,
                3,
                i -> tell(
                        someTime(),
                        new LoanEvent.PaymentMatched(Names.LOAN, Names.PARTNER, new PaymentId("nobody's"))));
        some(30, 4, i -> lines.add(new Line.Report(someTime())));
        world();
    }

    /** What happens around the loan. */
    private void world() {
        if (dice.chance(40)) {
            feed();
        }
        some(20, 2, i -> {
            Instant from = someTime();
            lines.add(new Line.Brake(from, true));
            lines.add(new Line.Brake(from.plus(hours(1, 200)), false));
        });
        some(20, 2, i -> {
            Instant from = someTime();
            lines.add(new Line.Place(from, false));
            lines.add(new Line.Place(from.plus(hours(1, 200)), true));
        });
        some(15, 2, i -> {
            Instant from = someTime();
            lines.add(new Line.Clock(from, false));
            lines.add(new Line.Clock(from.plus(hours(1, 90)), true));
        });
    }

    /** Adds up to so many of a kind to a share of all histories. */
    private void some(int percent, int most, IntConsumer kind) {
        if (dice.chance(percent)) {
            for (int i = dice.between(1, most); i > 0; i--) {
                kind.accept(i);
            }
        }
    }

    private Duration hours(int least, int most) {
        return Duration.ofHours(dice.between(least, most));
    }

    private Instant someTime() {
        return dice.on(start.plusDays(dice.between(1, (int) (last.toEpochDay() - start.toEpochDay()))), zone);
    }

    private void enrollments() {
        if (dice.chance(90)) {
            Instant first = dice.on(start.plusDays(dice.chance(80) ? 0 : dice.between(0, 30)), zone);
            tell(first, new LoanEvent.EnrollmentCompleted(Names.LOAN, Names.PARTNER, Names.DEVICE, 1));
            if (dice.chance(10)) {
                Instant second = first.plus(hours(1, 600));
                tell(second, new LoanEvent.EnrollmentCompleted(Names.LOAN, Names.PARTNER, Names.DEVICE, 2));
                contest(second);
            }
        }
    }

    private void contest(Instant second) {
        if (dice.chance(80)) {
            Instant contested = second.plus(hours(0, 300));
            tell(contested, new LoanEvent.EnrollmentContested(Names.LOAN, Names.PARTNER, Names.DEVICE, 2, 1));
            if (dice.chance(70)) {
                tell(
                        contested.plus(hours(1, 300)),
                        new LoanEvent.ContestSettled(Names.LOAN, Names.PARTNER, Names.DEVICE, 2, dice.between(1, 2)));
            }
        }
    }

    private void answers() {
        for (int notice = 1; notice <= NOTICES; notice++) {
            Duration happens = Duration.ofMinutes(15L * dice.between(0, 40));
            Duration heard = dice.chance(80) ? happens : happens.plus(hours(1, 90));
            Duration later = heard.plus(hours(1, 100));
            switch (dice.between(0, 11)) {
                case 0 -> answer(notice, Line.Outcome.FAILED, happens, heard);
                case 1 -> {
                    answer(notice, Line.Outcome.SENT, happens, heard);
                    answer(notice, Line.Outcome.FAILED, heard, later);
                }
                case 2 -> answer(notice, Line.Outcome.SHOWN, happens, happens);
                case 3 -> {
                    answer(notice, Line.Outcome.FAILED, happens, heard);
                    answer(notice, Line.Outcome.SHOWN, later, later);
                }
                case 4 -> {
                    answer(notice, Line.Outcome.SHOWN, happens, happens);
                    answer(notice, Line.Outcome.SENT, happens, later);
                }
                case 5 -> {}
                default -> answer(notice, Line.Outcome.SENT, happens, heard);
            }
        }
    }

    private void answer(int notice, Line.Outcome outcome, Duration happens, Duration heard) {
        lines.add(new Line.Answer(notice, outcome, happens, heard));
    }

    private void hold(int number) {
        Instant from = someTime();
        asked(
                from.minus(hours(0, 10)).plus(dice.chance(10) ? Duration.ofHours(30) : Duration.ZERO),
                new Request.Hold("H" + number, from, from.plus(hours(1, 400))));
        if (dice.chance(40)) {
            asked(from.plus(hours(-10, 200)), new Request.HoldEnds("H" + number));
        }
    }

    private void grant(int number) {
        Instant from = someTime();
        asked(from.plus(hours(0, 3)), new Request.Grant("G" + number, from, from.plus(hours(1, 200))));
        if (dice.chance(30)) {
            asked(from.plus(hours(-5, 100)), new Request.GrantEnds("G" + number));
        }
    }

    private void lock(int number) {
        Instant at = someTime();
        Optional<Instant> notBefore = dice.chance(50) ? Optional.of(at.plus(hours(-5, 100))) : Optional.empty();
        asked(at, new Request.Lock("L" + number, dice.oneOf(PartnerRequest.Reason.values()), notBefore));
        if (dice.chance(50)) {
            asked(at.plus(hours(-10, 300)), new Request.Withdrawal("L" + number));
        }
    }

    private void unlock(int number) {
        Instant at = someTime();
        asked(at, new Request.Unlock("U" + number));
        if (dice.chance(70)) {
            asked(at.plus(hours(-10, 300)), new Request.Withdrawal("U" + number));
        }
    }

    private void tampering() {
        tell(
                someTime(),
                new LoanEvent.TamperSeen(
                        Names.LOAN,
                        Names.PARTNER,
                        Names.DEVICE,
                        dice.oneOf(TamperSignal.ROOT, TamperSignal.SIM_CHANGE)));
    }

    /** A word each day, on some days none, mostly up to that morning. */
    private void feed() {
        Duration behind = Duration.ofHours(dice.oneOf(0, 0, 1, 30));
        int hour = dice.between(0, 12);
        boolean silent = false;
        for (LocalDate day = start; day.isBefore(last); day = day.plusDays(1)) {
            silent = dice.chance(silent ? 60 : 6);
            if (!silent || day.equals(start)) {
                Instant morning = day.atStartOfDay(zone).toInstant();
                lines.add(new Line.Complete(morning.plus(Duration.ofHours(hour)), morning.minus(behind)));
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
