package io.latchkey.events.policy;

import static io.latchkey.events.Stage.LOCKED;
import static io.latchkey.events.Stage.REMINDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private final Policy.Step remind = new Policy.Step(0, REMINDED, List.of());
    private final Policy.Step lock = new Policy.Step(45, LOCKED, List.of(Restriction.KIOSK));
    private final Policy policy = new Policy("standard", 2, "ZZ", List.of(remind, lock));

    @Test
    void aStepHoldsFromItsDayUntilTheNextOne() {
        assertThat(policy.stepAt(0)).contains(remind);
        assertThat(policy.stepAt(44)).contains(remind);
        assertThat(policy.stepAt(45)).contains(lock);
        assertThat(policy.stepAt(4000)).contains(lock);
        assertThat(policy.stepAfter(44)).contains(lock);
        assertThat(policy.stepAfter(45)).isEmpty();
    }

    @Test
    void aClauseNamesPolicyVersionAndStep() {
        assertThat(policy.clauseOf(lock)).isEqualTo("standard@2/ladder/1");
    }

    @Test
    void aStepNeedsTheNoticesOfTheStepsBelowItToo() {
        NeededNotice first = new NeededNotice(20, 7);
        NeededNotice second = new NeededNotice(38, 7);
        Policy.Step restrict = new Policy.Step(30, Stage.RESTRICTED, List.of(Restriction.CAMERA), List.of(first));
        Policy.Step lockLater = new Policy.Step(45, LOCKED, List.of(Restriction.KIOSK), List.of(second));
        Policy told = new Policy("standard", 1, "ZZ", List.of(remind, restrict, lockLater));

        assertThat(told.noticesBefore(remind)).isEmpty();
        assertThat(told.noticesBefore(restrict)).containsExactly(first);
        assertThat(told.noticesBefore(lockLater)).containsExactly(first, second);
        assertThat(first.curedFromDpd()).isEqualTo(27);
    }

    @Test
    void aLadderThatDoesNotRiseIsRefused() {
        assertThatThrownBy(() -> new Policy("standard", 1, "ZZ", List.of(lock, remind)))
                .hasMessageContaining("ladder[1].dpd");
    }

    @Test
    void releasingNeverEscalatesAndLockingAlwaysDoes() {
        assertThat(LOCKED.escalatesTo(Stage.RELEASED)).isFalse();
        assertThat(Stage.CURRENT.escalatesTo(LOCKED)).isTrue();
        assertThat(LOCKED.escalatesTo(REMINDED)).isFalse();
    }

    @Test
    void everyRestrictionIsReadByTheNameItIsWrittenWith() {
        for (Restriction restriction : Restriction.values()) {
            assertThat(Restriction.of(restriction.wireName())).isEqualTo(restriction);
        }
        assertThatThrownBy(() -> Restriction.of("emergency-calls")).isInstanceOf(IllegalArgumentException.class);
    }
}
