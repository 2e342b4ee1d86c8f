package io.latchkey.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void setsOursBesideTheFloorAndThePlainWay() {
        List<String> table =
                table(Map.of("ours", figures(8, 900), "floor", figures(4, 1_800), "plain", figures(5, 300)));

        assertThat(line(table, "200/s, p50 ms")).matches("200/s, p50 ms +8.0 +4.0 +5.0 +2.00 +1.60 +4.2; 5.3");
        assertThat(line(table, "highest rate held")).containsPattern("900 +1800 +300 +0.50 +3.00 +2069; 358");
    }

    @Test
    void aQueueThatGrowsHasNoLatencyAndNoRatio() {
        Figures behind = new Figures(
                window(5, false), Map.of(200, window(5, false), 1_000, window(9_999, true)), 300, window(5, false));

        List<String> table = table(Map.of("ours", figures(8, 900), "plain", behind));

        assertThat(line(table, "1,000/s, p50 ms")).matches("1,000/s, p50 ms +8.0 +- +behind +- +- .*");
    }

    @Test
    void warnsOfAPlainWayThatFlattersUs() {
        assertThat(table(Map.of("plain", figures(5, 250)))).anyMatch(line -> line.startsWith("WARNING: the plain way"));
        assertThat(table(Map.of("plain", figures(5, 300)))).noneMatch(line -> line.startsWith("WARNING"));
    }

    @Test
    void theEngineIsComparedWithItselfAndWithThePlainWay() {
        EngineFigures engine = new EngineFigures(
                10_000,
                Map.of(100_000, 8.0, 1_000_000, 10.0),
                window(20, false),
                window(30, false),
                1_000,
                6_000,
                2_000);

        List<String> table = Table.of(new Results(
                Instant.EPOCH, 2, "25", Plan.of(List.of()), Map.of(), Optional.empty(), Optional.of(engine), Map.of()));

        assertThat(table)
                .anyMatch(line -> line.contains("1,000,000 loans: 10.0 s, 1.25 times"))
                .anyMatch(line -> line.contains("p99 1.50 times idle"))
                .anyMatch(line -> line.contains("3.00 times (aim 5)"));
    }

    private static List<String> table(Map<String, Figures> ways) {
        return Table.of(new Results(
                Instant.EPOCH,
                2,
                "25",
                Plan.of(List.of()),
                ways,
                Optional.empty(),
                Optional.empty(),
                Map.of("JDK", 5_000.0)));
    }

    private static Figures figures(double p50, int highest) {
        return new Figures(
                window(p50, false),
                Map.of(200, window(p50, false), 1_000, window(p50, false)),
                highest,
                window(p50, false));
    }

    private static Figures.Window window(double p50, boolean behind) {
        return new Figures.Window(100, p50, 3 * p50, 9 * p50, 0.5, behind, 0, Map.of("kafka", 1.5));
    }

    private static String line(List<String> table, String start) {
        return table.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}
