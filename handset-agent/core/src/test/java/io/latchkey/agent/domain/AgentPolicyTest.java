package io.latchkey.agent.domain;

import static io.latchkey.agent.domain.Fixtures.NOON;
import static io.latchkey.agent.domain.Fixtures.SELF;
import static io.latchkey.agent.domain.Fixtures.desired;
import static io.latchkey.agent.domain.Fixtures.freeing;
import static io.latchkey.agent.domain.Fixtures.fresh;
import static io.latchkey.agent.domain.Fixtures.locking;
import static io.latchkey.agent.domain.Fixtures.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.agent.domain.Decision.Outcome;
import io.latchkey.agent.domain.Incoming.TokenVerified;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentPolicyTest {

    @Test
    void obeysANewerTokenAndReportsIt() {
        Decision decision = AgentPolicy.decide(fresh(), new TokenVerified(locking(7)), NOON);

        assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(decision.act()).isTrue();
        assertThat(decision.next().held())
                .isEqualTo(new Held.Applied(7, locking(7).desired(), NOON));
        assertThat(decision.toSend())
                .containsExactly(new Report(1, 1, 7, NOON, new Report.Applied(Stage.LOCKED)))
                .isEqualTo(decision.next().outbox().unacked());
    }

    @Test
    void reportsAnEqualTokenAgainAndDoesNothing() {
        AgentState held = after(locking(7));

        Decision decision = AgentPolicy.decide(held, new TokenVerified(locking(7)), NOON.plusSeconds(60));

        assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED_BEFORE);
        assertThat(decision.act()).isFalse();
        assertThat(decision.next().held()).isEqualTo(held.held());
        assertThat(decision.toSend()).extracting(Report::detail).containsExactly(new Report.Applied(Stage.LOCKED));
    }

    @Test
    void ignoresAnOlderTokenAndReportsItStale() {
        Decision decision = AgentPolicy.decide(after(freeing(8)), new TokenVerified(locking(7)), NOON);

        assertThat(decision.outcome()).isEqualTo(Outcome.STALE);
        assertThat(decision.next().held().desired().stage()).isEqualTo(Stage.CURRENT);
        assertThat(decision.toSend()).extracting(Report::detail).containsExactly(new Report.Stale(7));
    }

    @Test
    void keepsWhatItHoldsWhenAnEqualRevisionSaysSomethingElse() {
        Decision decision = AgentPolicy.decide(after(freeing(8)), new TokenVerified(locking(8)), NOON);

        assertThat(decision.act()).isFalse();
        assertThat(decision.next().held().desired().stage()).isEqualTo(Stage.CURRENT);
        assertThat(decision.toSend()).containsExactly(new Report(2, 1, 8, NOON, new Report.Stale(8)));
    }

    @Test
    void refusesATokenForAnotherDevice() {
        DeviceToken foreign = new DeviceToken("d1_other", Set.of(1), 9, desired(Stage.CURRENT));

        Decision decision = AgentPolicy.decide(after(locking(7)), new TokenVerified(foreign), NOON);

        assertRefused(decision, RefusalReason.WRONG_DEVICE, OptionalLong.of(9));
    }

    @Test
    void refusesATokenForAnotherEnrollment() {
        DeviceToken foreign = new DeviceToken(SELF.deviceId(), Set.of(2), 9, desired(Stage.CURRENT));

        Decision decision = AgentPolicy.decide(after(locking(7)), new TokenVerified(foreign), NOON);

        assertRefused(decision, RefusalReason.WRONG_ENROLLMENT, OptionalLong.of(9));
    }

    @Test
    void obeysATokenThatNamesBothContestedEnrollments() {
        DeviceToken both = new DeviceToken(SELF.deviceId(), Set.of(1, 2), 9, desired(Stage.CURRENT));

        Decision decision = AgentPolicy.decide(after(locking(7)), new TokenVerified(both), NOON);

        assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void refusesWhatCouldNotBeVerifiedWithItsReason() {
        Incoming forged = new Incoming.TokenRefused(RefusalReason.BAD_SIGNATURE);

        Decision decision = AgentPolicy.decide(after(locking(7)), forged, NOON);

        assertRefused(decision, RefusalReason.BAD_SIGNATURE, OptionalLong.empty());
    }

    @Test
    void obeysALaterRevisionAlsoAfterTheRelease() {
        Decision decision = AgentPolicy.decide(after(token(8, Stage.RELEASED)), new TokenVerified(locking(9)), NOON);

        assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CURRENT", "REMINDED", "RELEASED"})
    void takesNothingAwayInAStageThatFrees(Stage stage) {
        AgentState state = after(token(3, stage, Restriction.values()));

        assertThat(state.held().desired().restrictions()).isEmpty();
    }

    @Test
    void saysEverythingUnacknowledgedAgainInOrderAndGreetsLast() {
        AgentState state = after(locking(7));
        AgentState greetedBefore = AgentPolicy.decide(state, new Incoming.Connected(List.of("k1")), NOON)
                .next();

        Decision decision = AgentPolicy.decide(greetedBefore, new Incoming.Connected(List.of("k2")), NOON);

        assertThat(decision.toSend()).extracting(Report::seq).containsExactly(1L, 3L);
        assertThat(decision.toSend().get(1).detail()).isEqualTo(new Report.Hello(Stage.LOCKED, List.of("k2")));
        assertThat(decision.act()).isTrue();
    }

    @Test
    void forgetsOnlyTheReportsThatAreNamed() {
        AgentState state = AgentPolicy.decide(after(locking(7)), new TokenVerified(locking(7)), NOON)
                .next();
        state = AgentPolicy.decide(state, new Incoming.RefreshAsked(), NOON).next();

        Decision decision = AgentPolicy.decide(state, new Incoming.ReportsAcknowledged(1, Set.of(1L, 3L, 99L)), NOON);

        assertThat(decision.next().outbox().unacked()).extracting(Report::seq).containsExactly(2L);
        assertThat(decision.next().outbox().lastSeq()).isEqualTo(3);
        assertThat(decision.toSend()).isEmpty();
    }

    @Test
    void forgetsNothingForAnotherEnrollmentsAcknowledgement() {
        AgentState state = after(locking(7));

        Decision decision = AgentPolicy.decide(state, new Incoming.ReportsAcknowledged(2, Set.of(1L)), NOON);

        assertThat(decision.next()).isEqualTo(state);
        assertThat(decision.outcome()).isEqualTo(Outcome.NOT_FOR_US);
    }

    @Test
    void saysAgainOnlyWhatIsOverdue() {
        AgentState state = after(locking(7));
        state = AgentPolicy.decide(state, new Incoming.RefreshAsked(), NOON.plus(Duration.ofSeconds(20)))
                .next();

        Decision decision = AgentPolicy.decide(state, new Incoming.ResendDue(), NOON.plus(Duration.ofSeconds(30)));

        assertThat(decision.toSend()).extracting(Report::seq).containsExactly(1L);
        assertThat(decision.next()).isEqualTo(state);
    }

    @Test
    void aFloodOfGarbageNeitherGrowsTheOutboxWithoutEndNorCostsAnAppliedReport() {
        AgentState state = after(locking(7));

        for (int i = 0; i < 5 * Outbox.CAPACITY; i++) {
            state = AgentPolicy.decide(state, new Incoming.TokenRefused(RefusalReason.NOT_A_JWS), NOON)
                    .next();
        }

        assertThat(state.outbox().unacked()).hasSize(Outbox.CAPACITY);
        assertThat(state.outbox().unacked().get(0).detail()).isEqualTo(new Report.Applied(Stage.LOCKED));
        assertThat(state.outbox().lastSeq()).isEqualTo(5L * Outbox.CAPACITY + 1);
    }

    private static AgentState after(DeviceToken token) {
        return AgentPolicy.decide(fresh(), new TokenVerified(token), NOON).next();
    }

    private static void assertRefused(Decision decision, RefusalReason reason, OptionalLong received) {
        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.act()).isFalse();
        assertThat(decision.next().held().revision()).isEqualTo(7);
        assertThat(decision.toSend()).containsExactly(new Report(2, 1, 7, NOON, new Report.Refused(reason, received)));
    }
}
