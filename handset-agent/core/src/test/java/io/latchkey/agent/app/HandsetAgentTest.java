package io.latchkey.agent.app;

import static io.latchkey.agent.domain.Fixtures.NOON;
import static io.latchkey.agent.domain.Fixtures.SELF;
import static io.latchkey.agent.domain.Fixtures.freeing;
import static io.latchkey.agent.domain.Fixtures.locking;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.agent.domain.DesiredState;
import io.latchkey.agent.domain.Held;
import io.latchkey.agent.domain.Report;
import io.latchkey.agent.domain.Stage;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandsetAgentTest {

    private final Phone phone = new Phone();

    @Test
    void storesThenActsThenReports() {
        HandsetAgent agent = start();
        agent.connected();
        phone.steps.clear();

        agent.tokenArrived(phone.arriving(locking(7)));

        assertThat(phone.steps).containsExactly("persist 7", "act LOCKED", "report applied 7");
    }

    @Test
    void putsTheStoredStateInForceOnStartBeforeItConnects() {
        start().tokenArrived(phone.arriving(locking(7)));
        phone.steps.clear();

        start();

        assertThat(phone.steps).containsExactly("act LOCKED");
    }

    @Test
    void sendsWhatWasNeverAcknowledgedOnTheNextConnection() {
        HandsetAgent agent = start();
        agent.tokenArrived(phone.arriving(locking(7)));
        phone.steps.clear();

        start().connected();

        assertThat(phone.steps).containsSubsequence("act LOCKED", "report applied 7", "report hello 7");
    }

    /** Where the phone dies while it handles the second token. */
    enum Death {
        BEFORE_PERSIST,
        AFTER_PERSIST,
        ON_ACT,
        ON_REPORT
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingWhereverTheProcessDies(Death death) {
        HandsetAgent agent = start();
        agent.connected();
        agent.tokenArrived(phone.arriving(locking(7)));
        phone.dieOn(death);
        agent.tokenArrived(phone.arriving(freeing(8)));
        phone.revive();

        HandsetAgent again = start();
        again.connected();
        again.tokenArrived(phone.arriving(freeing(8)));

        assertThat(phone.inForce()).isEqualTo(freeing(8).desired());
        assertThat(phone.stored().held())
                .isEqualTo(new Held.Applied(8, freeing(8).desired(), NOON));
        assertThat(phone.stored().outbox().unacked())
                .extracting(Report::detail)
                .contains(new Report.Applied(Stage.LOCKED), new Report.Applied(Stage.CURRENT));
        assertThat(phone.steps).contains("report applied 8");
    }

    @ParameterizedTest
    @EnumSource
    void aStepThatFailsLeavesTheAgentAliveAndConnectsAnew(Death failure) {
        HandsetAgent agent = start();
        agent.connected();
        phone.dieOn(failure);
        agent.tokenArrived(phone.arriving(locking(7)));
        phone.revive();

        assertThat(phone.steps).contains("reconnect");
        agent.connected();
        agent.tokenArrived(phone.arriving(locking(7)));

        assertThat(phone.inForce()).isEqualTo(locking(7).desired());
        assertThat(phone.steps).contains("report applied 7");
        assertThat(phone.numbersGivenTwice()).isEmpty();
    }

    @Test
    void garbageChangesNothingAndTheNextGoodTokenIsObeyed() {
        HandsetAgent agent = start();
        agent.connected();

        agent.tokenArrived(new byte[] {1, 2, 3});
        assertThat(phone.inForce()).isEqualTo(DesiredState.UNRESTRICTED);
        assertThat(phone.steps).contains("report refused 0");

        agent.tokenArrived(phone.arriving(locking(7)));
        assertThat(phone.inForce()).isEqualTo(locking(7).desired());
    }

    private HandsetAgent start() {
        return new HandsetAgent(SELF, phone.ports(), Runnable::run, Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
