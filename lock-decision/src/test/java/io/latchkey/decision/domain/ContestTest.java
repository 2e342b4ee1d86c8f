package io.latchkey.decision.domain;

import static io.latchkey.decision.domain.LoanStory.DEVICE;
import static io.latchkey.decision.domain.LoanStory.LOAN;
import static io.latchkey.decision.domain.LoanStory.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.Bindings;
import io.latchkey.events.Stage;
import io.latchkey.events.testing.RandomSeeds;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ContestTest {

    private final LoanStory story = LoanStory.begun();

    @Test
    void bothAreToldTheSameUntilSomebodyDecides() {
        story.enrolled(2);

        assertThat(word(story.contested(2, 1)).enrollments()).containsExactly(2, 1);
        assertThat(word(story.settled(2, 1)).enrollments()).containsExactly(1);
    }

    @Test
    void whatFreesReachesBoth() {
        story.judged("2026-03-20");
        story.enrolled(2);
        story.contested(2, 1);

        Desired free = word(story.paid("P1", 200));

        assertThat(free.enrollments()).containsExactly(2, 1);
        assertThat(free.standing().stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void nothingIsTakenWhileTwoClaimTheHandsetAndTheDecisionSaysSo() {
        story.enrolled(2);
        story.contested(2, 1);

        Verdict due = story.judged("2026-03-20");

        assertThat(story.contract().standing().stage()).isEqualTo(Stage.CURRENT);
        assertThat(due.decisions()).extracting(Decision::reason).containsExactly(Reason.HANDSET_CONTESTED);
        assertThat(due.nextDeadline())
                .hasValueSatisfying(next -> assertThat(next).isAfter(story.now()));
    }

    @Test
    void whatWasDueMeanwhileIsJudgedAtItsTurnOnceSomebodyDecided() {
        story.enrolled(2);
        story.contested(2, 1);
        story.judged("2026-03-20");

        Verdict settled = story.settled(2, 2);

        assertThat(story.contract().standing().stage()).isEqualTo(Stage.CURRENT);
        assertThat(settled.nextDeadline()).contains(story.now());
        story.judged("2026-03-20");
        assertThat(story.contract().standing().stage()).isEqualTo(Stage.LOCKED);
    }

    @Test
    void theOneThatLostProvesNothing() {
        story.enrolled(2);
        story.contested(2, 1);
        assertThat(claims(1, 50).intent()).isPresent();
        story.settled(2, 2);

        assertThat(claims(1, 500).decisions()).isEmpty();
        assertThat(claims(2, 500).intent()).isPresent();
    }

    @Test
    void aContestBeforeTheLoanIsKnownWaitsForIt() {
        LoanStory early = new LoanStory();
        early.enrolled(1);
        early.enrolled(2);
        early.contested(2, 1);

        assertThat(word(early.activated()).enrollments()).containsExactly(2, 1);
    }

    @Test
    void afterItsReleaseTheLoanStillFreesAnEnrollmentThatTurnsUp() {
        story.enrolled(2);
        story.paid("P1", 300);

        Desired free = word(story.contested(2, 1));

        assertThat(free.enrollments()).containsExactly(2, 1);
        assertThat(free.standing()).isEqualTo(Standing.RELEASED);
    }

    /** Whatever happens in whatever order: as long as two claim the handset, nothing more is taken from it. */
    @ParameterizedTest
    @RandomSeeds(300)
    void aContestedHandsetIsNeverLockedFurther(long seed) {
        Random random = new Random(seed);
        LocalDate today = LocalDate.parse("2026-01-10");
        for (int step = 0; step < 40; step++) {
            today = today.plusDays(random.nextInt(8));
            story.on(today.toString());
            Standing before = story.contract().standing();
            Bindings bindings = story.handset(DEVICE).bindings();

            Verdict verdict = anything(random, bindings, today, step);

            Bindings after = story.handset(DEVICE).bindings();
            if (bindings.areContested() && after.areContested()) {
                assertThat(before.escalatesTo(story.contract().standing())).isFalse();
            }
            verdict.intent().ifPresent(intent -> assertThat(intent.desired().enrollments())
                    .isEqualTo(after.heard()));
        }
    }

    private Verdict anything(Random random, Bindings bindings, LocalDate today, int step) {
        return switch (random.nextInt(6)) {
            case 0 -> story.enrolled(bindings.newest() + 1);
            case 1 -> story.contested(bindings.newest(), 1 + random.nextInt(bindings.newest()));
            case 2 -> story.settled(bindings.newest(), bindings.heard().getLast());
            case 3 -> story.paid("P" + random.nextInt(step + 1), 1 + random.nextInt(60));
            case 4 -> story.reversed("P" + random.nextInt(step + 1));
            default -> story.judged(today.toString());
        };
    }

    private Verdict claims(int enrollment, long revision) {
        HandsetWord word = new HandsetWord(DEVICE, enrollment, revision, Optional.empty(), false);
        return story.happens(new HandsetContradicts(LOAN, PARTNER, word));
    }

    private static Desired word(Verdict verdict) {
        return verdict.intent().orElseThrow().desired();
    }
}
