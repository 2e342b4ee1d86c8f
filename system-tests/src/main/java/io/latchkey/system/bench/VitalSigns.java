package io.latchkey.system.bench;

import io.latchkey.local.process.ProcessTable;
import io.latchkey.system.bench.lag.GroupLag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Takes the vital signs of a stack: of its processes from {@code /proc}, of its consumer groups from Kafka. */
final class VitalSigns {

    private static final double KIBIBYTES_IN_A_MEBIBYTE = 1024;
    private static final double MICROS_IN_A_MILLI = 1000;
    private static final double HALF = 50;
    private static final double NEARLY_ALL = 99;

    private final Map<String, Long> processes;
    private final Outstanding outstanding;
    private final GroupLag lag;
    private final long begun = System.nanoTime();
    private Histogram latencies;

    VitalSigns(Map<String, Long> processes, GroupLag lag, Outstanding outstanding) {
        this.processes = new TreeMap<>(processes);
        this.outstanding = outstanding;
        this.lag = lag;
        this.latencies = outstanding.measure();
    }

    /** How all do now; latencies are those since the call before. */
    Vitals take() throws InterruptedException, ExecutionException {
        Histogram past = latencies;
        latencies = outstanding.measure();
        Map<String, Vitals.OfProcess> all = new TreeMap<>();
        processes.forEach((name, pid) -> ProcessHandle.of(pid).ifPresent(one -> all.put(name, process(one))));
        return new Vitals(
                (System.nanoTime() - begun) / 1_000_000_000,
                all,
                lag.now(),
                outstanding.count(),
                past.getTotalCount(),
                past.getValueAtPercentile(HALF) / MICROS_IN_A_MILLI,
                past.getValueAtPercentile(NEARLY_ALL) / MICROS_IN_A_MILLI);
    }

    private static Vitals.OfProcess process(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        return new Vitals.OfProcess(
                ProcessTable.memoryOf(process) / KIBIBYTES_IN_A_MEBIBYTE,
                family.stream().mapToLong(one -> count(one, "fd")).sum(),
                family.stream().mapToLong(one -> count(one, "task")).sum());
    }

    private static long count(ProcessHandle process, String folder) {
        Path path = Path.of("/proc", Long.toString(process.pid()), folder);
        try (Stream<Path> entries = Files.list(path)) {
            return entries.count();
        } catch (IOException e) {
            if (ProcessTable.lives(process)) {
                throw new UncheckedIOException("cannot count " + path, e);
            }
            return 0; // a child that has ended since it was found
        }
    }
}
