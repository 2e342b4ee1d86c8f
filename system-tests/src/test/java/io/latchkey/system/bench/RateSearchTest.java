package io.latchkey.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSearchTest {

    @ParameterizedTest
    @ValueSource(ints = {13, 47, 120, 299, 300, 358, 1_000, 2_069, 7_777})
    void comesWithinATenthOfTheTruthInAFewTrials(int truth) {
        RateSearch search = new RateSearch(300);
        int trials = 0;
        for (OptionalInt rate = search.next(); rate.isPresent(); rate = search.next()) {
            search.outcome(rate.getAsInt() <= truth);
            assertThat(++trials).isLessThan(16);
        }

        assertThat(search.highest()).isLessThanOrEqualTo(truth).isGreaterThan(truth * 9 / 10 - 10);
    }
}
