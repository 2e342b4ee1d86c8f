package io.latchkey.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.Stage;
import io.latchkey.events.testing.RandomSeeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;

class HistoryTest {

    private static final LocalDate JUDGEMENT_DAY = LocalDate.parse("2026-03-20");

    @ParameterizedTest
    @RandomSeeds(1_000)
    void whateverTheOrderOfEventsTheLoanStandsWhereItsFactsPutIt(long seed) {
        Random random = new Random(seed);
        List<Consumer<LoanStory>> history = history(random);
        List<Consumer<LoanStory>> disorder = new ArrayList<>(history);
        history.stream().filter(event -> random.nextInt(3) == 0).forEach(disorder::add);
        Collections.shuffle(disorder, random);

        LoanStory straight = played(history);
        LoanStory jumbled = played(disorder);

        assertThat(jumbled.contract().facts()).isEqualTo(straight.contract().facts());
        assertThat(jumbled.contract().standing()).isEqualTo(straight.contract().standing());
        assertThat(jumbled.handset(LoanStory.DEVICE).governor())
                .isEqualTo(straight.handset(LoanStory.DEVICE).governor());
    }

    @ParameterizedTest
    @RandomSeeds(1_000)
    void onlyTheClockEscalatesRevisionsRiseByOneAndDecisionsAreCounted(long seed) {
        Random random = new Random(seed);
        LoanStory story = LoanStory.begun();
        LocalDate day = LocalDate.parse("2026-01-15");
        for (int i = 0; i < 20; i++) {
            day = day.plusDays(random.nextInt(8));
            Stage before = story.contract().standing().stage();
            long revision = story.handset(LoanStory.DEVICE).revision();
            long number = story.contract().decisions();
            boolean clock = random.nextBoolean();

            Verdict verdict = clock ? story.judged(day.toString()) : something(story.on(day.toString()), random);

            assertThat(clock || !before.escalatesTo(story.contract().standing().stage()))
                    .isTrue();
            assertThat(story.handset(LoanStory.DEVICE).revision())
                    .isEqualTo(revision + (verdict.intent().isPresent() ? 1 : 0));
            assertThat(verdict.decisions()).extracting(Decision::number).containsExactly(number + 1);
            if (clock) {
                verdict.nextDeadline().ifPresent(next -> assertThat(next).isAfter(story.now()));
            }
        }
    }

    private static Verdict something(LoanStory story, Random random) {
        String paymentId = "P" + random.nextInt(9);
        return random.nextInt(4) == 0 ? story.reversed(paymentId) : story.paid(paymentId, random.nextInt(60));
    }

    private static LoanStory played(List<Consumer<LoanStory>> events) {
        LoanStory story = new LoanStory();
        story.on("2026-01-10");
        events.forEach(event -> event.accept(story));
        story.judged(JUDGEMENT_DAY.toString());
        return story;
    }

    private static List<Consumer<LoanStory>> history(Random random) {
        List<Consumer<LoanStory>> history = new ArrayList<>();
        history.add(LoanStory::activated);
        history.add(story -> story.enrolled(1));
        int payments = random.nextInt(5);
        // A loan that was paid in full is over for good, so what is taken back after that depends on the order.
        boolean reversals = random.nextBoolean();
        int most = reversals ? 70 : 100;
        for (int i = 0; i < payments; i++) {
            String paymentId = "P" + i;
            long amount = random.nextInt(most);
            history.add(story -> story.paid(paymentId, amount));
            if (reversals && random.nextInt(3) == 0) {
                history.add(story -> story.reversed(paymentId));
            }
        }
        if (random.nextInt(4) == 0) {
            ClosingReason reason = List.of(ClosingReason.values()).get(random.nextInt(ClosingReason.values().length));
            history.add(story -> story.closed(reason));
        }
        return history;
    }
}
