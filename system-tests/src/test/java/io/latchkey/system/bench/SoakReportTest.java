package io.latchkey.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakReportTest {

    @Test
    void whatGrowsShowsBesideWhatStays() {
        List<Vitals> vitals =
                IntStream.range(0, 100).mapToObj(i -> vitals(i, 100 + i)).toList();

        List<String> table = SoakTable.of(vitals);

        assertThat(table)
                .anySatisfy(line -> assertThat(line).startsWith("kafka, MiB").endsWith("1.70"));
        assertThat(table)
                .anySatisfy(
                        line -> assertThat(line).startsWith("kafka, threads").endsWith("1.00"));
    }

    @Test
    void aSoakThatEndedEarlyHasATableToo() {
        assertThat(SoakTable.of(List.of(vitals(0, 100))))
                .anySatisfy(line -> assertThat(line).startsWith("kafka, MiB"));
    }

    @Test
    void thePageNeedsNothingElse(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("soak.html");

        SoakPage.write(page, "a minute", List.of(vitals(0, 100)));

        assertThat(Files.readString(page))
                .contains("<title>a minute</title>", "\"pssMebibytes\":100.0", "uPlot")
                .doesNotContain("/*style*/", "/*library*/", "/*vitals*/", "<script src", "<link");
    }

    private static Vitals vitals(int second, double memory) {
        return new Vitals(
                second,
                Map.of("kafka", new Vitals.OfProcess(memory, 50, 20)),
                Map.of("lock-decision", 0L),
                0,
                10,
                5,
                9);
    }
}
