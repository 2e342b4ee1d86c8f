package io.latchkey.decision.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.app.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Source OURS = new Source("installment-events", 0);
    private static final Source ANOTHER = new Source("installment-events", 1);

    private final Progress progress = new Progress();

    @Test
    void anEndIsReachedWhenAllBeforeItWasDecided() {
        progress.begin(OURS, 5);

        assertThat(progress.reached(Map.of(OURS, 6L))).isFalse();
        progress.made(Map.of(OURS, 6L));
        assertThat(progress.reached(Map.of(OURS, 6L))).isTrue();
    }

    @Test
    void aPartitionThatWasGivenUpIsNotWaitedFor() {
        progress.begin(OURS, 5);
        progress.begin(ANOTHER, 0);
        progress.end(List.of(ANOTHER));

        assertThat(progress.reached(Map.of(OURS, 5L, ANOTHER, 100L))).isTrue();
    }

    @Test
    void aPartitionThatComesBackIsWaitedForFromWhereItsOtherOwnerCame() {
        progress.begin(OURS, 5);
        progress.end(List.of(OURS));
        progress.begin(OURS, 90);

        assertThat(progress.reached(Map.of(OURS, 90L))).isTrue();
        assertThat(progress.reached(Map.of(OURS, 91L))).isFalse();
    }
}
