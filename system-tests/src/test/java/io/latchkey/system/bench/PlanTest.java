package io.latchkey.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @Test
    void measuresEverythingInFullUnlessToldOtherwise() {
        Plan plan = Plan.of(List.of());

        assertThat(plan.subjects())
                .containsExactlyInAnyOrder(
                        Plan.Subject.OURS, Plan.Subject.FLOOR, Plan.Subject.PLAIN, Plan.Subject.SIGNATURES);
        assertThat(plan.handsets()).isEqualTo(500);
        assertThat(plan.warmUp()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void combinesOptions() {
        Plan plan = Plan.of(List.of("--only", "plain", "--quick", "--handsets", "20"));

        assertThat(plan.subjects()).containsExactly(Plan.Subject.PLAIN);
        assertThat(plan.window()).isEqualTo(Duration.ofSeconds(10));
        assertThat(plan.handsets()).isEqualTo(20);
    }

    @Test
    void theEngineIsMeasuredAmongAsManyLoansAsAreAskedFor() {
        Plan plan = Plan.of(List.of("--only", "engine", "--loans", "10000000"));

        assertThat(plan.engine().sizes()).containsExactly(100_000, 1_000_000, 10_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "--only nobody,nobody",
        "--handsets none,none",
        "--fast,--fast",
        "--loans 10,--loans",
        "--only,needs a value"
    })
    void saysWhatItDoesNotUnderstand(String options, String named) {
        assertThatExceptionOfType(Plan.MisusedException.class)
                .isThrownBy(() -> Plan.of(List.of(options.split(" "))))
                .withMessageContaining(named);
    }
}
