package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeDueTest {

    private final Scene scene = new Scene();
    private final Instance instance = scene.instance("1", 0, 1);

    @BeforeEach
    void threeLoansFallDue() {
        for (int loan = 1; loan <= 3; loan++) {
            scene.happens(instance, scene.activated(loan), Scene.enrolled(loan, loan, 1));
        }
    }

    @Test
    void nobodyIsLockedWhileTheQueuesBehindUsAreLong() {
        instance.backlog.set(Uni.createFrom().item(201L));

        assertThat(instance.turn()).isZero();
        assertThat(stage(1)).isEqualTo(Stage.CURRENT);

        instance.backlog.set(Uni.createFrom().item(200L));
        assertThat(instance.turn()).isEqualTo(3);
        assertThat(stage(1)).isEqualTo(Stage.LOCKED);
    }

    @Test
    void nobodyIsLockedWhileTheQueuesBehindUsCannotBeRead() {
        instance.backlog.set(Uni.createFrom().failure(new IllegalStateException("Kafka is away")));

        assertThat(instance.turn()).isZero();
        assertThat(stage(1)).isEqualTo(Stage.CURRENT);
    }

    @Test
    void aLoanWhoseTurnWasHeldIsJudgedOnWhatIsTrueWhenItComes() {
        instance.backlog.set(Uni.createFrom().item(1000L));
        instance.turn();
        scene.happens(instance, Scene.paid(1, "P1", 100));
        instance.backlog.set(Uni.createFrom().item(0L));

        instance.turn();

        assertThat(stage(1)).isEqualTo(Stage.CURRENT);
        assertThat(stage(2)).isEqualTo(Stage.LOCKED);
    }

    @Test
    void whatFreesIsNeverHeld() {
        instance.turn();
        assertThat(stage(1)).isEqualTo(Stage.LOCKED);
        instance.backlog.set(Uni.createFrom().item(1000L));
        instance.turn();

        scene.happens(instance, Scene.paid(1, "P1", 100));

        assertThat(stage(1)).isEqualTo(Stage.CURRENT);
        assertThat(scene.kafka.ids()).contains(Scene.device(1) + ":3");
    }

    @Test
    void operatorsHearOnceThatTheClockIsHeldAndOnceThatItGoesOn() {
        instance.backlog.set(Uni.createFrom().item(1000L));
        instance.turn();
        instance.turn();
        instance.backlog.set(Uni.createFrom().item(0L));
        instance.turn();
        instance.turn();

        assertThat(instance.chronicle.clock).containsExactly("held", "goes on");
    }

    @Test
    void aLoanThatCannotBeJudgedDoesNotKeepTheOthersFromTheirTurn() {
        scene.database.makeUnreadable(Scene.loan(2));

        instance.turn();

        assertThat(stage(1)).isEqualTo(Stage.LOCKED);
        assertThat(stage(3)).isEqualTo(Stage.LOCKED);
        assertThat(stage(2)).isEqualTo(Stage.CURRENT);
        assertThat(instance.chronicle.failedTurns).containsExactly(Scene.loan(2));
        assertThat(instance.turn()).isZero();
    }

    @Test
    void aLoanThatCannotBeJudgedIsTriedAgainLaterEachTime() {
        scene.database.makeUnreadable(Scene.loan(2));
        instance.turn();
        Instant first = scene.database.retries.get(Scene.loan(2));
        assertThat(first).isAfter(Instant.now());
        scene.database.retries.put(Scene.loan(2), Instant.EPOCH);

        instance.turn();

        assertThat(scene.database.retries.get(Scene.loan(2))).isAfter(first);
        scene.database.retries.put(Scene.loan(2), Instant.EPOCH);
        scene.database.makeUnreadable();
        assertThat(instance.turn()).isEqualTo(1);
        assertThat(stage(2)).isEqualTo(Stage.LOCKED);
    }

    @Test
    void theDelayGrowsAndEnds() {
        assertThat(JudgeDue.delayAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(JudgeDue.delayAfter(2)).isEqualTo(Duration.ofSeconds(20));
        assertThat(JudgeDue.delayAfter(1_000_000)).isEqualTo(Duration.ofSeconds(10_240));
    }

    private Stage stage(int loan) {
        return scene.database.contract(Scene.loan(loan)).standing().stage();
    }
}
