package io.latchkey.decision.domain.arrears;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

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
        List<Payment> payments =
                facts.standing().sorted(comparing(Payment::countsFrom)).toList();
        List<LocalDate> days = new ArrayList<>(days(today, signed, facts, zone));
        int defaults = 0;
        boolean counted = false;
        long paid = 0;
        int next = 0;
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            while (next < payments.size() && !dateOf(payments.get(next), zone).isAfter(day)) {
                paid = Math.addExact(paid, payments.get(next++).amount().minorUnits());
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

    /** The days up to today on which anything changes but the number of days. */
    private static SortedSet<LocalDate> days(LocalDate today, Schedule signed, Facts facts, ZoneId zone) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Stream.concat(Stream.of(signed), facts.amendments().stream().map(Amendment::schedule))
                .flatMap(schedule -> schedule.installments().stream())
                .forEach(installment -> days.add(installment.dueDate()));
        facts.amendments().forEach(amendment -> days.add(amendment.holdsFrom(zone)));
        facts.standing().forEach(payment -> days.add(dateOf(payment, zone)));
        return new TreeSet<>(days.headSet(today, true));
    }

    private static LocalDate dateOf(Payment payment, ZoneId zone) {
        return LocalDate.ofInstant(payment.countsFrom(), zone);
    }
}
