package io.latchkey.decision.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.testing.RandomSeeds;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Random histories of one loan each, played to the engine and to the clerk of the model at once. They must stand at the
 * same, order the same notices and count the same, at every moment at which anything happens or could happen.
 */
class HistoriesTest {

    static final int SHORT_RUN = 5_000;
    private static final int LONG_RUN = 100_000;
    private static final int FEW = 200;
    private static final int ENOUGH = 3;

    @ParameterizedTest
    @RandomSeeds(SHORT_RUN)
    void engineAndClerkAgree(long seed) {
        assertThat(Proof.difference(seed)).isEmpty();
    }

    @Test
    @Tag("long")
    void engineAndClerkAgreeInVeryManyHistories() {
        List<String> differences = LongStream.rangeClosed(1, LONG_RUN)
                .boxed()
                .flatMap(seed -> Proof.difference(seed).stream())
                .limit(ENOUGH)
                .toList();

        assertThat(differences).isEmpty();
    }

    /** The clerk chooses the moments at which he looks up; here he looks up every quarter of an hour. */
    @ParameterizedTest
    @RandomSeeds(20)
    void theClerkMissesNoMoment(long seed) {
        assertThat(Proof.differenceByTheQuarter(seed)).isEmpty();
    }

    @ParameterizedTest
    @RandomSeeds(300)
    void orderAndRepetitionOfTheFactsDoNotChangeThePosition(long seed) {
        assertThat(Disorder.positions(seed)).hasSize(1);
    }

    /** What never happens in a history is not proved by it. */
    @Test
    void theHistoriesComeToEverything() {
        assertThat(Coverage.of(FEW))
                .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(4));
    }
}
