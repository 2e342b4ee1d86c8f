package io.latchkey.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.DeviceId;
import io.latchkey.events.testing.RandomSeeds;
import io.latchkey.gateway.domain.HandsetToken;
import io.latchkey.gateway.domain.NewestTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class CarryTokensTest {

    private final HandsetsInMemory handsets = new HandsetsInMemory();
    private final TokensInMemory carried = new TokensInMemory();
    private final CarryTokens carryTokens = new CarryTokens(handsets, carried, new SimpleMeterRegistry());

    @Test
    void anEqualRevisionGoesOutAgainAndOnlyALowerOneIsSkipped() {
        carry(token(1, 5));
        carry(token(1, 5));
        carry(token(1, 4));

        assertThat(handsets.published).extracting(HandsetToken::revision).containsExactly(5L, 5L);
    }

    @Test
    void nothingIsNotedThatTheBrokerDidNotConfirm() {
        handsets.away = true;

        assertThatThrownBy(() -> carry(token(1, 5))).isInstanceOf(IllegalStateException.class);
        assertThat(carried.tokens).isEmpty();
    }

    @ParameterizedTest
    @RandomSeeds(300)
    void orderAndRedeliveryDoNotChangeWhatEachHandsetEndsWith(long seed) {
        Random random = new Random(seed);
        List<HandsetToken> history = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            history.add(token(random.nextInt(4), 1 + random.nextInt(10)));
        }

        for (int from = 0; from < history.size(); from += 1 + random.nextInt(8)) {
            carry(history.subList(from, Math.min(history.size(), from + 10)).toArray(HandsetToken[]::new));
        }
        carry(history.toArray(HandsetToken[]::new));

        assertThat(carried.tokens.values()).containsExactlyInAnyOrderElementsOf(NewestTokens.of(history));
        assertThat(handsets.retained.values()).containsExactlyInAnyOrderElementsOf(NewestTokens.of(history));
    }

    private void carry(HandsetToken... tokens) {
        carryTokens.on(List.of(tokens)).await().indefinitely();
    }

    private static HandsetToken token(int device, long revision) {
        DeviceId deviceId = new DeviceId("d1_" + String.valueOf(device).repeat(32));
        return new HandsetToken(deviceId, revision, "token-" + revision);
    }
}
