package io.latchkey.decision.domain;

import static io.latchkey.decision.domain.LoanStory.DEVICE;
import static io.latchkey.decision.domain.LoanStory.LOAN;
import static io.latchkey.decision.domain.LoanStory.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.events.Stage;
import io.latchkey.events.testing.RandomSeeds;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class RestatementTest {

    private final LoanStory story = LoanStory.begun();

    @Test
    void theLargestJumpIsBelieved() {
        Verdict verdict = says(1 + Handset.LARGEST_JUMP);

        assertThat(verdict.intent().orElseThrow().revision()).isEqualTo(2 + Handset.LARGEST_JUMP);
    }

    @Test
    void aRevisionThatCannotBeOursIsOnRecordAndMovesNothing() {
        for (long impossible : new long[] {2 + Handset.LARGEST_JUMP, 9_000_000_000_000_000_000L, Long.MAX_VALUE}) {
            Verdict verdict = says(impossible);

            assertThat(verdict.intent()).isEmpty();
            assertThat(verdict.decisions()).extracting(Decision::reason).containsExactly(Reason.HANDSET_IMPLAUSIBLE);
        }
        assertThat(story.handset(DEVICE).revision()).isEqualTo(1);
    }

    @Test
    void aRestatementLocksNobodyWhoseTurnHasNotCome() {
        story.on("2026-03-20");

        Verdict verdict = says(7);

        assertThat(verdict.intent().orElseThrow().desired().standing().stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void anEnrollmentThatWeHaveNotHeardOfProvesNothing() {
        assertThat(happens(new HandsetWord(DEVICE, 2, 50, Optional.empty(), false))
                        .decisions())
                .isEmpty();
    }

    @Test
    void aHandsetThatKeptItsOwnUnderOurRevisionIsToldAnew() {
        Verdict verdict = happens(new HandsetWord(DEVICE, 1, 1, Optional.empty(), true));

        assertThat(verdict.intent().orElseThrow().revision()).isEqualTo(2);
        assertThat(verdict.intent().orElseThrow().reason()).isEqualTo(Reason.HANDSET_AHEAD);
    }

    /** Whatever a handset claims, in whatever order: revisions rise, each step is bounded, and repeating it adds nothing. */
    @ParameterizedTest
    @RandomSeeds(300)
    void revisionsRiseByBoundedStepsWhateverAHandsetClaims(long seed) {
        Random random = new Random(seed);
        for (int report = 0; report < 20; report++) {
            long before = story.handset(DEVICE).revision();
            long claimed = claim(random, before);
            HandsetWord word = new HandsetWord(
                    DEVICE,
                    random.nextInt(3),
                    claimed,
                    random.nextBoolean() ? Optional.of(Stage.LOCKED) : Optional.empty(),
                    random.nextBoolean());

            happens(word);

            long after = story.handset(DEVICE).revision();
            assertThat(after).isBetween(before, Math.addExact(before, Handset.LARGEST_JUMP + 1));
            if (after > before) {
                assertThat(after).isEqualTo(Math.max(before, claimed) + 1);
                assertThat(happens(word).decisions()).isEmpty();
            }
        }
    }

    private static long claim(Random random, long known) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong(Long.MAX_VALUE);
            case 1 -> known + random.nextLong(Handset.LARGEST_JUMP * 2);
            case 2 -> known;
            default -> random.nextLong(known + 1);
        };
    }

    private Verdict says(long revision) {
        return happens(new HandsetWord(DEVICE, 1, revision, Optional.empty(), false));
    }

    private Verdict happens(HandsetWord word) {
        return story.happens(new HandsetContradicts(LOAN, PARTNER, word));
    }
}
