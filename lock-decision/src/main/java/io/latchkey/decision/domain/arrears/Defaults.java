package io.latchkey.decision.domain.arrears;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts how often a loan defaulted: on the days as they really were, by all facts known today. A lock that a late fact
 * shows to be wrong is no default.
 */
public final class Defaults {

    private Defaults() {}

    /**
     * Counts.
     *
     * @param signed what was signed
     * @param facts all that was reported
     * @param zone the loan's
     * @param counting what a default is
     * @param today the local date in that zone; later facts do not count
     * @return how many times in arrears reached the days past due of a default; one that lasts counts once
     */
    public static int upTo(LocalDate today, Schedule signed, Facts facts, ZoneId zone, Counting counting) {
        List<Money> money = facts.standing()
                .map(payment -> new Money(
                        LocalDate.ofInstant(payment.countsFrom(), zone),
                        payment.amount().minorUnits()))
                .sorted(comparing(Money::day))
                .toList();
        List<LocalDate> days = days(today, signed, facts.amendments(), money, zone);
        int defaults = 0;
        boolean counted = false;
        long paid = 0;
        int next = 0;
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            while (next < money.size() && !money.get(next).day().isAfter(day)) {
                paid = Math.addExact(paid, money.get(next++).amount());
            }
            Optional<LocalDate> oldest =
                    facts.scheduleOn(signed, day, zone).oldestUnpaidOn(day, paid, counting.tolerance());
            LocalDate last = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : today;
            boolean reached = oldest.filter(due -> ChronoUnit.DAYS.between(due, last) >= counting.defaultFromDpd())
                    .isPresent();
            defaults += reached && !counted ? 1 : 0;
            counted = oldest.isPresent() && (counted || reached);
        }
        return defaults;
    }

    /** Minor units that count from a day on. */
    private record Money(LocalDate day, long amount) {}

    /** The days up to today on which anything changes but the number of days, in order. */
    private static List<LocalDate> days(
            LocalDate today, Schedule signed, List<Amendment> amendments, List<Money> money, ZoneId zone) {
        List<LocalDate> days = new ArrayList<>();
        signed.installments().forEach(installment -> days.add(installment.dueDate()));
        for (Amendment amendment : amendments) {
            amendment.schedule().installments().forEach(installment -> days.add(installment.dueDate()));
            days.add(amendment.holdsFrom(zone));
        }
        money.forEach(one -> days.add(one.day()));
        return days.stream()
                .filter(day -> !day.isAfter(today))
                .sorted()
                .distinct()
                .toList();
    }
}
