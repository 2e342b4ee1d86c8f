package io.latchkey.decision.model;

import static java.util.Comparator.comparing;

import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import io.latchkey.events.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is owed on a day, by all slips there are. */
final class Owed {

    private final Terms terms;
    private final Law law;
    private final List<Coins> money;
    private final List<Plan> plans;
    private final Map<LocalDate, Optional<LocalDate>> onThatDay = new HashMap<>();

    /** Money on its day. */
    private record Coins(long amount, Instant from, LocalDate day) {}

    /** A schedule, oldest installment first, from its day on. */
    private record Plan(List<Installment> installments, LocalDate from) {}

    Owed(Terms terms, Law law, Slips slips) {
        this.terms = terms;
        this.law = law;
        this.money = notTakenBack(slips).stream()
                .map(one -> new Coins(one.amount().minorUnits(), one.countsFrom(), dateOf(one.countsFrom())))
                .toList();
        this.plans = new ArrayList<>(List.of(new Plan(byDueDate(terms.schedule()), LocalDate.MIN)));
        slips.amendments().stream()
                .filter(this::isValid)
                .sorted(comparing(Amendment::statedAt).thenComparing(Amendment::eventId))
                .forEach(one -> plans.add(new Plan(byDueDate(one.schedule()), dateOf(one.effectiveAt()))));
    }

    /** Each payment once: of two reports of it the earlier one, then the larger one. */
    private List<Payment> notTakenBack(Slips slips) {
        List<Payment> counted = new ArrayList<>();
        for (Payment slip : slips.payments()) {
            boolean taken = slips.reversals().stream().map(Reversal::paymentId).anyMatch(slip.paymentId()::equals);
            boolean foreign = !slip.amount().currency().equals(terms.schedule().currency());
            boolean beaten = slips.payments().stream()
                    .anyMatch(other -> other.paymentId().equals(slip.paymentId()) && isBetter(other, slip));
            boolean twice = counted.contains(slip);
            if (!taken && !foreign && !beaten && !twice) {
                counted.add(slip);
            }
        }
        return counted;
    }

    private static boolean isBetter(Payment one, Payment other) {
        return one.countsFrom().isBefore(other.countsFrom())
                || (one.countsFrom().equals(other.countsFrom())
                        && one.amount().minorUnits() > other.amount().minorUnits());
    }

    boolean isValid(Amendment amendment) {
        long total = 0;
        for (Installment one : amendment.schedule().installments()) {
            total += one.amount().minorUnits();
        }
        return amendment.schedule().currency().equals(terms.schedule().currency())
                && total >= sum(one -> !one.from().isAfter(amendment.statedAt()));
    }

    private long sum(Predicate<Coins> which) {
        long sum = 0;
        for (Coins one : money) {
            sum += which.test(one) ? one.amount() : 0;
        }
        return sum;
    }

    /** Of the plans that hold on a day the one that was stated last. */
    private List<Installment> scheduleOn(LocalDate day) {
        List<Installment> schedule = List.of();
        for (Plan one : plans) {
            schedule = one.from().isAfter(day) ? schedule : one.installments();
        }
        return schedule;
    }

    private static List<Installment> byDueDate(Schedule schedule) {
        return schedule.installments().stream()
                .sorted(comparing(Installment::dueDate).thenComparing(Installment::number))
                .toList();
    }

    /** The due date of the first installment, from the oldest on, that the money does not reach. */
    private Optional<LocalDate> oldestUnpaid(List<Installment> schedule, long paid, LocalDate day) {
        long debt = 0;
        for (Installment one : schedule) {
            debt += one.amount().minorUnits();
            if (debt > paid + law.policy().arrears().tolerance()) {
                return Optional.of(one.dueDate()).filter(date -> !date.isAfter(day));
            }
        }
        return Optional.empty();
    }

    /** How many times in arrears, day by day as they really were, came to the day of the first step that takes. */
    int defaultsUpTo(LocalDate today) {
        Optional<Integer> limit = law.firstDayOfTaking();
        LocalDate first = today;
        for (Plan one : plans) {
            LocalDate earliest = one.installments().getFirst().dueDate();
            first = earliest.isBefore(first) ? earliest : first;
        }
        int defaults = 0;
        boolean counted = false;
        for (LocalDate day = first; !day.isAfter(today) && limit.isPresent(); day = day.plusDays(1)) {
            LocalDate then = day;
            Optional<LocalDate> oldest = onThatDay.computeIfAbsent(day, this::oldestUnpaidAsItWas);
            if (oldest.isEmpty()) {
                counted = false;
            } else if (!counted && ChronoUnit.DAYS.between(oldest.get(), then) >= limit.get()) {
                counted = true;
                defaults++;
            }
        }
        return defaults;
    }

    private Optional<LocalDate> oldestUnpaidAsItWas(LocalDate day) {
        return oldestUnpaid(scheduleOn(day), sum(one -> !one.day().isAfter(day)), day);
    }

    /** The position on a day; if all that remains was told to be due, from the day of that proof it is. */
    Position on(LocalDate today, Optional<Instant> toldAllIsDue) {
        int defaults = defaultsUpTo(today);
        Optional<Integer> limit = law.policy().arrears().afterDefaults();
        boolean accelerated = toldAllIsDue.isPresent() && limit.isPresent() && defaults >= limit.get();
        List<Installment> schedule = scheduleOn(today);
        if (accelerated) {
            LocalDate from = dateOf(toldAllIsDue.get());
            schedule = schedule.stream()
                    .map(one -> one.dueDate().isAfter(from) ? new Installment(one.number(), from, one.amount()) : one)
                    .toList();
        }
        long paid = sum(one -> true);
        long due = 0;
        long total = 0;
        for (Installment one : schedule) {
            total += one.amount().minorUnits();
            due += one.dueDate().isAfter(today) ? 0 : one.amount().minorUnits();
        }
        Optional<LocalDate> oldest = oldestUnpaid(schedule, paid, today);
        int dpd = oldest.isPresent() ? (int) ChronoUnit.DAYS.between(oldest.get(), today) : 0;
        return new Position(today, coins(due - paid), dpd, coins(total - paid), oldest, defaults);
    }

    Optional<Instant> lastMoney() {
        return money.stream().map(Coins::from).max(Instant::compareTo);
    }

    private Money coins(long some) {
        return new Money(Math.max(0, some), terms.schedule().currency());
    }

    private LocalDate dateOf(Instant moment) {
        return moment.atZone(terms.zone()).toLocalDate();
    }
}
