package io.latchkey.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final int RATE = 1_000;
    private static final int SAMPLES = 80;

    @Test
    void aSteadyHandfulIsNoBacklog() {
        assertThat(of(i -> 15 + i % 7).isGrowing()).isFalse();
    }

    @Test
    void oneHiccupIsNoBacklogEither() {
        assertThat(of(i -> i == 70 ? 900 : 20).isGrowing()).isFalse();
    }

    @Test
    void whatGrowsAllTheTimeIsOne() {
        assertThat(of(i -> 10L * i).isGrowing()).isTrue();
    }

    @Test
    void aWayThatIsSecondsBehindNeedNotGoOn() {
        Backlog backlog = new Backlog(RATE);
        backlog.sample(2_999);
        assertThat(backlog.isHopeless()).isFalse();

        backlog.sample(3_001);

        assertThat(backlog.isHopeless()).isTrue();
    }

    @Test
    void tooFewLooksAreNoJudgement() {
        Backlog backlog = new Backlog(RATE);
        backlog.sample(1);

        assertThatIllegalStateException().isThrownBy(backlog::isGrowing).withMessageContaining("8 samples");
    }

    private static Backlog of(IntToLongFunction outstanding) {
        Backlog backlog = new Backlog(RATE);
        for (int i = 0; i < SAMPLES; i++) {
            backlog.sample(outstanding.applyAsLong(i));
        }
        return backlog;
    }
}
