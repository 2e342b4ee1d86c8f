package io.latchkey.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long START = 1_790_000_000_000_000L;

    @Test
    void spreadsThePaymentsEvenly() {
        Schedule schedule = Schedule.of(START, 200, Duration.ofSeconds(30));

        assertThat(schedule.count()).isEqualTo(6_000);
        assertThat(schedule.intended(0)).isEqualTo(START);
        assertThat(schedule.intended(1)).isEqualTo(START + 5_000);
        assertThat(schedule.intended(5_999)).isEqualTo(START + 29_995_000);
    }

    @Test
    void makesUpForEverythingThatAStallHeldUp() {
        Schedule schedule = Schedule.of(START, 1_000, Duration.ofSeconds(1));

        assertThat(schedule.dueAt(START - 1)).isZero();
        assertThat(schedule.dueAt(START)).isEqualTo(1);
        assertThat(schedule.dueAt(START + 400_000)).isEqualTo(401);
        assertThat(schedule.dueAt(START + 5_000_000)).isEqualTo(1_000);
    }

    @Test
    void aPaymentIsDueAtTheVeryMomentThatItIsMeantFor() {
        Schedule schedule = Schedule.of(START, 7, Duration.ofSeconds(10));

        for (long number = 0; number < schedule.count(); number++) {
            assertThat(schedule.dueAt(schedule.intended(number))).isEqualTo(number + 1);
            assertThat(schedule.dueAt(schedule.intended(number) - 1)).isEqualTo(number);
        }
    }
}
