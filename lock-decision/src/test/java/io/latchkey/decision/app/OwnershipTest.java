package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.app.DeviceWord.Bound;
import io.latchkey.events.Stage;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two instances of the service work on one database. Loan 2 is in partition 0, loan 3 in partition 1. */
class OwnershipTest {

    private final Scene scene = new Scene();
    private final Instance first = scene.instance("first", 0);
    private final Instance second = scene.instance("second", 1);

    @Test
    void theClockOfAnInstanceJudgesTheLoansOfItsOwnPartitionsOnly() {
        scene.happens(first, scene.activated(2), Scene.enrolled(2, 2, 1));
        scene.happens(second, scene.activated(3), Scene.enrolled(3, 3, 1));

        assertThat(first.turn()).isEqualTo(1);

        assertThat(scene.database.contract(Scene.loan(2)).standing().stage()).isEqualTo(Stage.LOCKED);
        assertThat(scene.database.contract(Scene.loan(3)).standing().stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void whatAReportMovesElsewhereIsPublishedByTheOwnerOfTheLoan() {
        scene.happens(second, scene.activated(3));

        scene.reported(first, new Bound(Scene.enrolled(3, 3, 1)));
        assertThat(scene.kafka.ids()).doesNotContain(Scene.device(3) + ":1");
        first.sweep();
        assertThat(scene.kafka.ids()).doesNotContain(Scene.device(3) + ":1");

        second.sweep();
        assertThat(scene.kafka.ids()).contains(Scene.device(3) + ":1");
        assertThat(scene.database.outbox).isEmpty();
    }

    @Test
    void theOwnerPublishesWhatAReportMovedElsewhereBeforeItsOwnNextWord() {
        scene.happens(second, scene.activated(3));
        scene.reported(first, new Bound(Scene.enrolled(3, 3, 1)));

        second.turn();

        assertThat(scene.kafka.ids())
                .containsSubsequence(Scene.device(3) + ":1", Scene.device(3) + ":2")
                .doesNotHaveDuplicates();
    }

    @Test
    void theNewOwnerPublishesInOrderWhatADeadOneLeft() {
        scene.kafka.goAway(true);
        scene.happens(first, scene.activated(2), Scene.enrolled(2, 2, 1));
        first.turn();
        first.ownership.giveUp(Set.of(0));
        assertThat(scene.kafka.ids()).isEmpty();

        scene.kafka.goAway(false);
        second.take(0);

        assertThat(scene.kafka.ids())
                .containsExactly(
                        Scene.loan(2) + ":1",
                        Scene.device(2) + ":1",
                        Scene.loan(2) + ":2",
                        Scene.device(2) + ":2",
                        Scene.loan(2) + ":3");
        assertThat(scene.database.outbox).isEmpty();
    }

    @Test
    void aFormerOwnerCommitsButDoesNotPublishAndTheNewOneDoes() {
        scene.happens(first, scene.activated(2), Scene.enrolled(2, 2, 1));
        first.ownership.giveUp(Set.of(0));
        second.take(0);

        scene.happens(first, Scene.paid(2, "P1", 10));
        assertThat(scene.kafka.ids()).doesNotContain(Scene.device(2) + ":2");

        scene.happens(second, Scene.paid(2, "P2", 10));
        assertThat(scene.kafka.ids())
                .containsSubsequence(Scene.device(2) + ":2", Scene.device(2) + ":3")
                .doesNotHaveDuplicates();
        assertThat(first.turn()).isZero();
    }

    @Test
    void oneRelayHasAllRevisionsOfAHandsetAlsoWhenALoanOfAnotherPartitionTakesItOver() {
        scene.happens(first, scene.activated(2), Scene.enrolled(2, 2, 1), Scene.paid(2, "P1", 100));
        scene.happens(first, Scene.paid(2, "P2", 100));

        scene.happens(second, scene.activated(3, 2));
        assertThat(scene.kafka.ids()).contains(Scene.loan(3) + ":1").noneMatch(id -> id.equals(lastIntent()));

        first.sweep();
        assertThat(scene.kafka.ids().getLast()).isEqualTo(lastIntent());
    }

    private String lastIntent() {
        return Scene.device(2) + ":"
                + scene.database.handsets.get(Scene.device(2)).revision();
    }
}
