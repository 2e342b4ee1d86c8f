package io.latchkey.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.DeviceId;
import io.latchkey.kit.clock.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenewalTriesTest {

    private static final DeviceId PHONE = new DeviceId("d1_0123456789abcdef0123456789abcdef");
    private static final DeviceId OTHER = new DeviceId("d1_fedcba9876543210fedcba9876543210");

    private final ClockAtHand clock = new ClockAtHand();
    private final RenewalTries tries = new RenewalTries(clock);

    @Test
    void aPhoneThatComesTooOftenWaitsAndTheOthersDoNot() {
        assertThat(IntStream.range(0, 10).allMatch(i -> tries.take(PHONE))).isTrue();

        assertThat(tries.take(PHONE)).isFalse();
        assertThat(tries.take(OTHER)).isTrue();
        clock.now = clock.now.plus(RenewalTries.PAUSE).plus(Duration.ofSeconds(1));
        assertThat(tries.take(PHONE)).isTrue();
    }

    @Test
    void howeverLongAnOutageLastsItLeavesAPhoneAllItsTries() {
        for (int i = 0; i < 100; i++) {
            assertThat(tries.take(PHONE)).isTrue();
            tries.giveBack(PHONE);
        }

        assertThat(IntStream.range(0, 10).allMatch(i -> tries.take(PHONE))).isTrue();
        assertThat(tries.take(PHONE)).isFalse();
    }

    @Test
    void nothingIsGivenBackToWhoTookNothing() {
        tries.giveBack(PHONE);

        assertThat(IntStream.range(0, 10).allMatch(i -> tries.take(PHONE))).isTrue();
        assertThat(tries.take(PHONE)).isFalse();
    }

    private static final class ClockAtHand extends SystemClock {

        private Instant now = Instant.parse("2026-11-27T09:00:00Z");

        @Override
        public Instant now() {
            return now;
        }
    }
}
