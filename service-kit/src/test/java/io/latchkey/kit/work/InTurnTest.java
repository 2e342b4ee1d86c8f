package io.latchkey.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Integer> done = new ArrayList<>();

    @Test
    void aHundredThousandStepsEndInTheirOrderWhetherTheyAreDoneAtOnceOrLater() {
        List<Integer> all = IntStream.range(0, 100_000).boxed().toList();

        InTurn.each(all, this::atOnce).await().atMost(PATIENCE);
        assertThat(done).isEqualTo(all);

        done.clear();
        InTurn.each(all.subList(0, 5_000), this::later).await().atMost(PATIENCE);
        assertThat(done).isEqualTo(all.subList(0, 5_000));
    }

    @Test
    void afterAStepThatFailsNoOtherIsBegun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> InTurn.each(List.of(1, 2, 3), one -> one == 2 ? failed() : atOnce(one))
                        .await()
                        .atMost(PATIENCE));
        assertThat(done).containsExactly(1);
    }

    @Test
    void nothingIsDoneAtOnce() {
        InTurn.each(List.<Integer>of(), this::atOnce).await().atMost(PATIENCE);
        assertThat(done).isEmpty();
    }

    private Uni<Integer> atOnce(int one) {
        return Uni.createFrom().item(() -> {
            done.add(one);
            return one;
        });
    }

    private Uni<Integer> later(int one) {
        return atOnce(one).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Uni<Integer> failed() {
        return Uni.createFrom().failure(new IllegalStateException("it broke"));
    }
}
