package io.latchkey.events.policy;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a step may be entered, in the loan's own time zone. Leaving a step needs no window.
 *
 * @param weekdays the days of the week, at least one, from Monday
 * @param from the time of day from which it is open, to the minute
 * @param to the time of day from which it is closed again; 00:00 is the end of the day
 * @param holidays local dates on which it stays closed, by rising date
 */
public record Window(
        List<DayOfWeek> weekdays,
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to,
        List<LocalDate> holidays) {

    /** What holds if a policy says nothing. */
    public static final Window ALWAYS =
            new Window(List.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, List.of());

    /** Checks that it opens at all, and puts its lists in order. */
    public Window {
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("weekdays must name at least one day");
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to, but is " + from + " and " + to);
        }
        weekdays = weekdays.stream().distinct().sorted().toList();
        holidays = holidays.stream().distinct().sorted().toList();
    }

    /**
     * Tells whether a step may be entered now.
     *
     * @param at business time
     * @param zone the loan's
     * @return true while it is open
     */
    public boolean isOpen(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        LocalTime time = local.toLocalTime();
        return opensOn(local.toLocalDate())
                && !time.isBefore(from)
                && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }

    /**
     * The first moment at which a step may be entered.
     *
     * @param at business time
     * @param zone the loan's
     * @return {@code at} itself while it is open, otherwise the next opening
     */
    public Instant nextOpening(Instant at, ZoneId zone) {
        if (isOpen(at, zone)) {
            return at;
        }
        return Stream.iterate(LocalDate.ofInstant(at, zone), day -> day.plusDays(1))
                .filter(this::opensOn)
                .map(day -> startOf(day, zone))
                // A day or its hours may fall into a gap of the zone: then it does not open at all.
                .filter(opening -> !opening.isBefore(at) && isOpen(opening, zone))
                .findFirst()
                .orElseThrow();
    }

    private boolean opensOn(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    private Instant startOf(LocalDate day, ZoneId zone) {
        LocalDateTime start = day.atTime(from);
        return Optional.ofNullable(zone.getRules().getTransition(start))
                .filter(ZoneOffsetTransition::isGap)
                .map(ZoneOffsetTransition::getInstant)
                .orElseGet(() -> start.atZone(zone).toInstant());
    }
}
