package io.latchkey.agent.domain;

import static io.latchkey.agent.domain.Fixtures.NOON;
import static io.latchkey.agent.domain.Fixtures.SELF;
import static io.latchkey.agent.domain.Fixtures.desired;
import static io.latchkey.agent.domain.Fixtures.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.agent.domain.Incoming.TokenRefused;
import io.latchkey.agent.domain.Incoming.TokenVerified;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of tokens, new, old, repeated, foreign and forged, against a slow and obvious model. */
class TokenHistoryTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theEndStateIsTheGreatestValidRevision(long seed) {
        List<Incoming> history = history(new Random(seed));

        AgentState end = run(history);

        Optional<DeviceToken> greatest = history.stream()
                .flatMap(incoming -> ours(incoming).stream())
                .max(Comparator.comparingLong(DeviceToken::revision));
        assertThat(end.held().revision())
                .isEqualTo(greatest.map(DeviceToken::revision).orElse(0L));
        assertThat(end.held().desired())
                .isEqualTo(greatest.map(DeviceToken::desired).orElse(DesiredState.UNRESTRICTED));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neitherOrderNorRepetitionChangesTheEndState(long seed) {
        Random random = new Random(seed);
        List<Incoming> history = history(random);
        List<Incoming> shuffled = new ArrayList<>(history);
        shuffled.addAll(history.subList(0, history.size() / 2));
        Collections.shuffle(shuffled, random);

        AgentState one = run(history);
        AgentState other = run(shuffled);

        assertThat(other.held().revision()).isEqualTo(one.held().revision());
        assertThat(other.held().desired()).isEqualTo(one.held().desired());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyTokenGetsExactlyTheReportThatTheRulesName(long seed) {
        List<Incoming> history = history(new Random(seed));
        AgentState state = fresh();
        long maximum = 0;

        for (Incoming incoming : history) {
            Decision decision = AgentPolicy.decide(state, incoming, NOON);
            Report.Detail expected = expectedReport(incoming, maximum);
            maximum =
                    Math.max(maximum, ours(incoming).map(DeviceToken::revision).orElse(0L));

            long seq = state.outbox().lastSeq() + 1;
            assertThat(decision.toSend()).containsExactly(new Report(seq, 1, maximum, NOON, expected));
            state = decision.next();
        }
        assertThat(state.outbox().unacked()).hasSize(history.size());
    }

    private static Report.Detail expectedReport(Incoming incoming, long maximum) {
        if (incoming instanceof TokenRefused refused) {
            return new Report.Refused(refused.reason(), OptionalLong.empty());
        }
        DeviceToken token = ((TokenVerified) incoming).token();
        if (!token.deviceId().equals(SELF.deviceId())) {
            return new Report.Refused(RefusalReason.WRONG_DEVICE, OptionalLong.of(token.revision()));
        }
        if (!token.enrollments().contains(SELF.number())) {
            return new Report.Refused(RefusalReason.WRONG_ENROLLMENT, OptionalLong.of(token.revision()));
        }
        return token.revision() >= maximum
                ? new Report.Applied(token.desired().stage())
                : new Report.Stale(token.revision());
    }

    private static Optional<DeviceToken> ours(Incoming incoming) {
        return incoming instanceof TokenVerified verified
                        && verified.token().deviceId().equals(SELF.deviceId())
                        && verified.token().enrollments().contains(SELF.number())
                ? Optional.of(verified.token())
                : Optional.empty();
    }

    private static AgentState run(List<Incoming> history) {
        AgentState state = fresh();
        for (Incoming incoming : history) {
            state = AgentPolicy.decide(state, incoming, NOON).next();
        }
        return state;
    }

    private static List<Incoming> history(Random random) {
        List<Incoming> history = new ArrayList<>();
        int length = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            history.add(incoming(random));
        }
        return history;
    }

    private static Incoming incoming(Random random) {
        if (random.nextInt(5) == 0) {
            return new TokenRefused(one(random, RefusalReason.values()));
        }
        long revision = random.nextLong(1, 21);
        String deviceId = random.nextInt(8) == 0 ? "d1_other" : SELF.deviceId();
        int enrollment = random.nextInt(8) == 0 ? 2 : SELF.number();
        return new TokenVerified(new DeviceToken(deviceId, Set.of(enrollment), revision, content(revision)));
    }

    /** The content follows from the revision, as an issuer's does. */
    private static DesiredState content(long revision) {
        Random random = new Random(revision);
        return desired(one(random, Stage.values()), one(random, Restriction.values()));
    }

    private static <T> T one(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}
