package io.latchkey.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant NOW = Instant.parse("2027-01-31T09:00:00Z");

    private final Allowance allowance = new Allowance(new Pace(2, 3), NOW);

    @Test
    void aBurstMayBeSentAtOnceAndThenOneForEachThatIsEarned() {
        assertThat(allowance.spend(NOW)).isEmpty();
        assertThat(allowance.spend(NOW)).isEmpty();
        assertThat(allowance.spend(NOW)).isEmpty();

        assertThat(allowance.spend(NOW)).contains(Duration.ofMillis(500));
        assertThat(allowance.spend(NOW.plusMillis(499))).contains(Duration.ofMillis(1));
        assertThat(allowance.spend(NOW.plusMillis(500))).isEmpty();
        assertThat(allowance.spend(NOW.plusMillis(500))).isPresent();
    }

    @Test
    void noMoreThanABurstIsSaved() {
        Instant later = NOW.plusSeconds(3_600);

        for (int i = 0; i < 3; i++) {
            assertThat(allowance.spend(later)).isEmpty();
        }
        assertThat(allowance.spend(later)).isPresent();
    }

    @Test
    void aClockThatStepsBackEarnsNothingAndCostsNothing() {
        allowance.spend(NOW);
        allowance.spend(NOW);

        assertThat(allowance.spend(NOW.minusSeconds(60))).isEmpty();
        assertThat(allowance.spend(NOW.minusSeconds(60))).isPresent();
    }
}
