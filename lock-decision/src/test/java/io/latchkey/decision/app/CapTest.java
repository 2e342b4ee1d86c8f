package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.fleet.CapHour;
import io.latchkey.events.FleetDecision.BatchProposed;
import io.latchkey.events.FleetDecision.BatchReleased;
import io.latchkey.events.Stage;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The policy's cap is five an hour; nine loans fall due. */
class CapTest {

    private static final int LOANS = 9;
    private static final int PLACES = 5;

    private final Scene scene = new Scene();
    private final Instance even = scene.instance("1", 0);
    private final Instance odd = scene.instance("2", 1);

    @BeforeEach
    void theyFallDue() {
        for (int loan = 1; loan <= LOANS; loan++) {
            scene.happens(even, scene.activated(loan), Scene.enrolled(loan, loan, 1));
        }
        even.sweep();
        odd.sweep();
    }

    @Test
    void twoInstancesTogetherTakeNoMoreThanTheHourAllows() {
        judge();

        assertThat(locked()).isEqualTo(PLACES);
        assertThat(scene.kafka.all(BatchProposed.class)).hasSize(1);
        assertThat(scene.kafka.last(BatchProposed.class).placesAnHour()).isEqualTo(PLACES);
        assertThat(even.turn() + odd.turn()).isZero();
    }

    @Test
    void aTurnThatFailsGivesItsPlacesBackAndProposesNothingTwice() {
        scene.database.failNext(2);
        try {
            even.turn();
        } catch (IllegalStateException away) {
            assertThat(locked()).isZero();
        }

        scene.database.failNext(0);
        judge();

        assertThat(locked()).isEqualTo(PLACES);
        assertThat(scene.kafka.all(BatchProposed.class)).hasSize(1);
    }

    @Test
    void oneSupervisorIsNotEnoughHoweverOftenAndTwoAre() {
        judge();
        String batch = scene.kafka.last(BatchProposed.class).batchId();

        scene.approved(even, batch, "a");
        scene.approved(odd, batch, "a");
        judge();
        assertThat(locked()).isEqualTo(PLACES);

        scene.approved(even, batch, "b");
        judge();

        assertThat(locked()).isEqualTo(LOANS);
        assertThat(scene.kafka.all(BatchReleased.class)).hasSize(1);
        assertThat(scene.kafka.last(BatchReleased.class).approvedBy()).containsExactly("a", "b");
    }

    @Test
    void whatABatchReleasesUsesNoPlacesOfALaterHour() {
        judge();
        String batch = scene.kafka.last(BatchProposed.class).batchId();
        scene.clock.moveTo(Duration.ofHours(1));
        judge();
        assertThat(locked()).as("a later hour is for those who fall due in it").isEqualTo(PLACES);

        scene.approved(even, batch, "a");
        scene.approved(even, batch, "b");
        judge();

        assertThat(locked()).isEqualTo(LOANS);
        assertThat(scene.database.fleet.hours.values())
                .extracting(CapHour::taken)
                .allMatch(taken -> taken <= PLACES);
    }

    @Test
    void approvalsThatComeBeforeTheirBatchAreKept() {
        String batch = CapHour.begun(Scene.SANDBOX, scene.clock.now(), 0)
                .withOpenBatch()
                .openBatch()
                .orElseThrow();
        scene.approved(even, batch, "a");
        scene.approved(even, batch, "b");
        assertThat(scene.kafka.all(BatchReleased.class)).isEmpty();

        judge();
        judge();

        assertThat(scene.kafka.all(BatchReleased.class)).hasSize(1);
        assertThat(locked()).isGreaterThan(PLACES);
    }

    @Test
    void whoPaysLeavesTheBatch() {
        judge();
        int waiting = IntStream.rangeClosed(1, LOANS)
                .filter(loan -> stage(loan) == Stage.CURRENT)
                .findFirst()
                .orElseThrow();

        scene.happens(even, Scene.paid(waiting, "P1", 100));

        assertThat(scene.database.fleet.batches).doesNotContainKey(Scene.loan(waiting));
    }

    private void judge() {
        even.turn();
        odd.turn();
    }

    private long locked() {
        return IntStream.rangeClosed(1, LOANS)
                .filter(loan -> stage(loan) == Stage.LOCKED)
                .count();
    }

    private Stage stage(int loan) {
        return scene.database.contract(Scene.loan(loan)).standing().stage();
    }
}
