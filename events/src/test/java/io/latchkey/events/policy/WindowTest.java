package io.latchkey.events.policy;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.testing.RandomSeeds;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class WindowTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final Window OFFICE = new Window(
            List.of(MONDAY, FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            List.of(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-04")));

    @Test
    void opensInItsHoursOnItsDaysAndNeverOnAHoliday() {
        assertThat(nextOpening(OFFICE, "2026-12-28T09:00", KOLKATA)).isEqualTo("2026-12-28T09:00");
        assertThat(nextOpening(OFFICE, "2026-12-28T17:59", KOLKATA)).isEqualTo("2026-12-28T17:59");
        assertThat(nextOpening(OFFICE, "2026-12-28T18:00", KOLKATA)).isEqualTo("2027-01-08T09:00");
        assertThat(nextOpening(OFFICE, "2027-01-08T00:00", KOLKATA)).isEqualTo("2027-01-08T09:00");
    }

    @Test
    void isAlwaysOpenIfAPolicySaysNothing() {
        Instant any = Instant.parse("2027-01-01T23:59:59.999Z");

        assertThat(Window.ALWAYS.nextOpening(any, KOLKATA)).isEqualTo(any);
    }

    @Test
    void midnightIsTheEndOfTheDay() {
        Window evening = new Window(List.of(SATURDAY), LocalTime.of(20, 0), LocalTime.MIDNIGHT, List.of());

        assertThat(nextOpening(evening, "2027-01-09T23:59", KOLKATA)).isEqualTo("2027-01-09T23:59");
        assertThat(nextOpening(evening, "2027-01-10T00:00", KOLKATA)).isEqualTo("2027-01-16T20:00");
    }

    @Test
    void opensAfterTheGapWhereTheClocksSkipItsHour() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Window night = new Window(List.of(SUNDAY), LocalTime.of(2, 30), LocalTime.of(4, 0), List.of());
        Window within = new Window(List.of(SUNDAY), LocalTime.of(2, 10), LocalTime.of(2, 50), List.of());

        assertThat(nextOpening(night, "2027-03-14T00:00", newYork)).isEqualTo("2027-03-14T03:00");
        assertThat(nextOpening(within, "2027-03-14T00:00", newYork)).isEqualTo("2027-03-21T02:10");
    }

    @Test
    void aDayThatAZoneLeavesOutDoesNotOpen() {
        Window fridays = new Window(List.of(FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0), List.of());

        assertThat(nextOpening(fridays, "2011-12-29T12:00", ZoneId.of("Pacific/Apia")))
                .isEqualTo("2012-01-06T09:00");
    }

    @Test
    void aWindowThatNeverOpensIsRefused() {
        assertThatThrownBy(() -> new Window(List.of(), LocalTime.NOON, LocalTime.MIDNIGHT, List.of()))
                .hasMessageContaining("weekdays");
        assertThatThrownBy(() -> new Window(List.of(MONDAY), LocalTime.NOON, LocalTime.NOON, List.of()))
                .hasMessageContaining("before");
    }

    @ParameterizedTest
    @RandomSeeds(200)
    void theNextOpeningIsTheFirstOpenMinute(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        ZoneId zone = ZoneId.of(List.of("Asia/Kolkata", "America/New_York", "Pacific/Apia", "Africa/Cairo")
                .get(random.nextInt(4)));
        Window window = random(random);
        Instant minute = Instant.parse("2027-03-10T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 300)));
        Instant opening = window.nextOpening(minute, zone);

        while (!window.isOpen(minute, zone)) {
            minute = minute.plus(Duration.ofMinutes(1));
        }
        assertThat(opening).isEqualTo(minute);
    }

    private static Window random(Random random) {
        List<DayOfWeek> days = List.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
        int from = random.nextInt(23 * 60);
        int to = from + 1 + random.nextInt(24 * 60 - from - 1);
        LocalDate holiday = LocalDate.parse("2027-03-10").plusDays(random.nextInt(300));
        return new Window(
                days, LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L), List.of(holiday));
    }

    private static String nextOpening(Window window, String at, ZoneId zone) {
        Instant moment = LocalDateTime.parse(at).atZone(zone).toInstant();
        return LocalDateTime.ofInstant(window.nextOpening(moment, zone), zone).toString();
    }
}
