package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.app.DeviceWord.Holds;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Stage;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearHandsetsTest {

    private final Scene scene = new Scene();
    private final Instance instance = scene.instance("1", 0, 1);

    @BeforeEach
    void oneHandsetIsCurrentAtRevisionOne() {
        scene.happens(instance, scene.activated(1), Scene.enrolled(1, 1, 1));
    }

    @Test
    void aReportOfWhatWeKnowMovesNothing() {
        int published = scene.kafka.ids().size();

        scene.reported(instance, holds(1, Stage.CURRENT), holds(0, Stage.CURRENT));

        assertThat(scene.kafka.ids()).hasSize(published);
    }

    @Test
    void aHandsetAheadOfUsIsToldThePresentStateAboveWhatItHolds() {
        scene.reported(instance, holds(41, Stage.LOCKED));

        LockIntent intent = scene.kafka.last(LockIntent.class);
        assertThat(intent.revision()).isEqualTo(42);
        assertThat(intent.stage()).isEqualTo(Stage.CURRENT);
        assertThat(intent.reason()).isEqualTo("handset-ahead");
    }

    @Test
    void reportsOfOnePollThatSayItTwiceAreAnsweredOnce() {
        scene.reported(instance, holds(41, Stage.LOCKED), holds(41, Stage.LOCKED));

        assertThat(scene.kafka.last(LockIntent.class).revision()).isEqualTo(42);
    }

    @Test
    void otherContentUnderOurRevisionIsOverruled() {
        scene.reported(instance, holds(1, Stage.LOCKED));

        assertThat(scene.kafka.last(LockIntent.class).revision()).isEqualTo(2);
        assertThat(scene.kafka.last(LockIntent.class).stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void aHandsetThatWasReleasedIsFreedAlsoWhenItHoldsALaterLock() {
        scene.happens(instance, Scene.paid(1, "all", 200));
        assertThat(scene.kafka.last(LockIntent.class).stage()).isEqualTo(Stage.RELEASED);

        scene.reported(instance, holds(9, Stage.LOCKED));

        assertThat(scene.kafka.last(LockIntent.class).revision()).isEqualTo(10);
        assertThat(scene.kafka.last(LockIntent.class).stage()).isEqualTo(Stage.RELEASED);
    }

    @Test
    void aHandsetUnderANewLoanHearsThatLoansWord() {
        scene.happens(instance, Scene.paid(1, "all", 200), scene.activated(2, 1));

        scene.reported(instance, holds(9, Stage.LOCKED));

        assertThat(scene.kafka.last(LockIntent.class).loanId()).isEqualTo(Scene.loan(2));
        assertThat(scene.kafka.last(LockIntent.class).revision()).isEqualTo(10);
    }

    private static DeviceWord holds(long revision, Stage stage) {
        return new Holds(new HandsetWord(Scene.device(1), 1, revision, Optional.of(stage), false));
    }
}
