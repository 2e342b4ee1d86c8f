package io.latchkey.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Stage;
import io.latchkey.events.policy.ArrearsTerms;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Window;
import io.latchkey.events.testing.RandomSeeds;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** When a step of the ladder may be entered. */
class WindowedLadderTest {

    private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values()).subList(0, 5);
    private static final Window OFFICE = new Window(WEEK, LocalTime.of(9, 0), LocalTime.of(17, 0), List.of());
    private static final LocalDate FIRST_DUE = LocalDate.parse("2026-02-01");

    @Test
    void aStepReachedOnASundayIsEnteredWhenTheOfficeOpensOnMonday() {
        LoanStory story = under(OFFICE);

        Verdict sunday = story.at(LocalDateTime.parse("2026-02-01T00:00")).judged();
        Verdict monday = story.at(LocalDateTime.parse("2026-02-02T09:00")).judged();

        assertThat(stageOf(sunday)).isEqualTo(Stage.CURRENT);
        assertThat(sunday.decisions().getLast().reason()).isEqualTo(Reason.WINDOW_CLOSED);
        assertThat(sunday.nextDeadline()).contains(moment("2026-02-02T09:00"));
        assertThat(stageOf(monday)).isEqualTo(Stage.REMINDED);
    }

    @Test
    void aTurnThatComesAfterTheWindowClosedWaitsForTheNextOne() {
        LoanStory story = under(OFFICE);

        Verdict late = story.at(LocalDateTime.parse("2026-02-02T17:00")).judged();

        assertThat(stageOf(late)).isEqualTo(Stage.CURRENT);
        assertThat(late.nextDeadline()).contains(moment("2026-02-03T09:00"));
    }

    @Test
    void whoPaysIsFreedAtAnyHour() {
        LoanStory story = under(OFFICE);
        story.at(LocalDateTime.parse("2026-02-02T09:00")).judged();

        assertThat(stageOf(story.at(LocalDateTime.parse("2026-02-07T23:59")).paid("P1", 100)))
                .isEqualTo(Stage.CURRENT);
    }

    @Test
    void whileTheWindowIsClosedTheScreenShowsWhatFallsDue() {
        List<LocalDate> closed =
                FIRST_DUE.plusDays(1).datesUntil(LocalDate.parse("2026-04-05")).toList();
        LoanStory story = under(new Window(List.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MIN, closed));
        story.judged("2026-02-01");
        story.judged("2026-03-03");

        Verdict waiting = story.judged("2026-03-18");
        Verdict due = story.judged("2026-04-01");

        assertThat(waiting.nextDeadline()).contains(moment("2026-04-01T00:00"));
        assertThat(stageOf(due)).isEqualTo(Stage.REMINDED);
        assertThat(due.intent().orElseThrow().desired().notice().amountDue().minorUnits())
                .isEqualTo(300);
    }

    /** The model looks every half hour, and knows neither deadlines nor what was decided before. */
    @ParameterizedTest
    @RandomSeeds(200)
    void fromDeadlineToDeadlineTheLoanStandsWhereAWatchfulClerkPutsIt(long seed) {
        Window window = window(new Random(seed));
        LoanStory story = under(window);
        Optional<Instant> next =
                story.at(FIRST_DUE.minusDays(2).atStartOfDay()).judged().nextDeadline();
        Stage clerk = Stage.CURRENT;
        for (LocalDateTime time = FIRST_DUE.minusDays(2).atStartOfDay();
                time.toLocalDate().isBefore(FIRST_DUE.plusDays(60));
                time = time.plusMinutes(30)) {
            Instant now = time.atZone(LoanStory.NAIROBI).toInstant();
            while (next.filter(deadline -> !deadline.isAfter(now)).isPresent()) {
                Instant deadline = next.get();
                next = story.at(LocalDateTime.ofInstant(deadline, LoanStory.NAIROBI))
                        .judged()
                        .nextDeadline();
                assertThat(next.filter(then -> !then.isAfter(deadline))).isEmpty();
            }
            clerk = window.isOpen(now, LoanStory.NAIROBI) ? byTheBook(time.toLocalDate()) : clerk;
            assertThat(story.contract().standing().stage()).as(time.toString()).isEqualTo(clerk);
        }
    }

    private static Stage byTheBook(LocalDate day) {
        long dpd = ChronoUnit.DAYS.between(FIRST_DUE, day);
        if (dpd >= 45) {
            return Stage.LOCKED;
        }
        return dpd >= 30 ? Stage.RESTRICTED : dpd >= 0 ? Stage.REMINDED : Stage.CURRENT;
    }

    private static Window window(Random random) {
        List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.values()));
        Collections.shuffle(days, random);
        int from = random.nextInt(47);
        int length = 1 + random.nextInt(47 - from);
        List<LocalDate> holidays = IntStream.range(0, random.nextInt(10))
                .mapToObj(i -> FIRST_DUE.plusDays(random.nextInt(60)))
                .toList();
        return new Window(
                days.subList(0, 1 + random.nextInt(7)),
                LocalTime.MIDNIGHT.plus(Duration.ofMinutes(30L * from)),
                LocalTime.MIDNIGHT.plus(Duration.ofMinutes(30L * (from + length))),
                holidays);
    }

    private static LoanStory under(Window window) {
        return LoanStory.begunUnder(StandardPolicy.with(window, ArrearsTerms.DEFAULT), Packs.shipped());
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(LoanStory.NAIROBI).toInstant();
    }

    private static Stage stageOf(Verdict verdict) {
        return ((Contract) verdict.loan()).standing().stage();
    }
}
