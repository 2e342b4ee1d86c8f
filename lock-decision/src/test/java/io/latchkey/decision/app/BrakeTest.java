package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.FleetDecision.BrakeChanged;
import io.latchkey.events.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private final Scene scene = new Scene();
    private final Instance instance = scene.instance("1", 0, 1);

    @BeforeEach
    void oneLoanFallsDueInEachPartition() {
        scene.happens(instance, scene.activated(1), Scene.enrolled(1, 1, 1));
        scene.happens(instance, scene.activated(2), Scene.enrolled(2, 2, 1));
    }

    @Test
    void aSilentPartitionHoldsItsOwnLoansOnlyAndTheyGoOnByThemselves() {
        scene.database.fleet.through =
                Map.of(0, MemoryFleet.FOR_EVER, 1, scene.clock.now().minus(Duration.ofHours(37)));
        instance.turn();
        assertThat(stage(1)).isEqualTo(Stage.CURRENT);
        assertThat(stage(2)).isEqualTo(Stage.LOCKED);
        assertThat(instance.turn()).isZero();

        scene.database.fleet.through = Map.of(0, MemoryFleet.FOR_EVER, 1, MemoryFleet.FOR_EVER);

        assertThat(instance.turn()).isEqualTo(1);
        assertThat(stage(1)).isEqualTo(Stage.LOCKED);
    }

    @Test
    void aFeedThatLagsHoldsWhoeverItHasNotPassedAndNobodyIsJudgedInVain() {
        scene.database.fleet.through =
                Map.of(0, MemoryFleet.FOR_EVER, 1, scene.clock.now().minus(Duration.ofHours(35)));
        instance.turn();
        assertThat(stage(1)).isEqualTo(Stage.CURRENT);
        assertThat(instance.turn()).isZero();

        scene.database.fleet.through = Map.of(0, MemoryFleet.FOR_EVER, 1, scene.clock.now());

        assertThat(instance.turn()).isEqualTo(1);
        assertThat(stage(1)).isEqualTo(Stage.LOCKED);
    }

    @Test
    void aChangeIsAnnouncedOnceAlsoByTwoInstancesAndAfterARestart() {
        scene.database.fleet.through = Map.of(0, MemoryFleet.FOR_EVER);
        instance.turn();
        instance.turn();
        assertThat(instance.chronicle.brakesOn).isEqualTo(1);
        instance.ownership.giveUp(Set.of(0, 1));
        Instance other = scene.instance("2", 0, 1);
        other.turn();
        other.turn();

        scene.database.fleet.through = Map.of(0, MemoryFleet.FOR_EVER, 1, MemoryFleet.FOR_EVER);
        other.turn();
        other.turn();

        assertThat(announced()).hasSize(2);
        assertThat(announced().getFirst().cause()).contains("no-watermark");
        assertThat(announced().getFirst().partition()).isEqualTo(1);
        assertThat(announced().getLast().on()).isFalse();
        assertThat(other.chronicle.brakesOn).isZero();
    }

    @Test
    void aBrakeIsAnnouncedWithTheCommitThatKeepsItAndNotBefore() {
        scene.database.fleet.through = Map.of(0, MemoryFleet.FOR_EVER);
        scene.database.failNext(1);
        assertThatThrownBy(instance::turn).isInstanceOf(IllegalStateException.class);
        assertThat(announced()).isEmpty();

        instance.turn();

        assertThat(announced()).hasSize(1);
    }

    @Test
    void aBrakeThatSomebodyElseChangesMeanwhileIsLookedAtOnceMore() {
        scene.database.fleet.through = Map.of(0, MemoryFleet.FOR_EVER);
        scene.database.fleet.overtaken = 1;

        instance.turn();

        assertThat(announced()).hasSize(1);
    }

    @Test
    void whatFreesIsNeverBraked() {
        instance.turn();
        assertThat(stage(1)).isEqualTo(Stage.LOCKED);
        scene.database.fleet.through = Map.of();
        instance.turn();

        scene.happens(instance, Scene.paid(1, "P1", 100));

        assertThat(stage(1)).isEqualTo(Stage.CURRENT);
    }

    private List<BrakeChanged> announced() {
        return scene.kafka.all(BrakeChanged.class);
    }

    private Stage stage(int loan) {
        return scene.database.contract(Scene.loan(loan)).standing().stage();
    }
}
