package io.latchkey.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Processor time of processes, from {@code /proc/<pid>/stat} (proc(5)); a process counts with what it started. */
final class Cpu {

    /** What {@code sysconf(_SC_CLK_TCK)} is on every Linux that Java runs on. */
    private static final long TICKS_PER_SECOND = 100;

    private static final int FIELDS_BEFORE_STATE = 2;
    private static final int UTIME = 14;
    private static final int CSTIME = 17;

    private final Map<String, Long> processes;

    Cpu(Map<String, Long> processes) {
        this.processes = Map.copyOf(processes);
    }

    /** What each has used since its start. */
    Map<String, Duration> used() {
        Map<String, Duration> used = new TreeMap<>();
        processes.forEach((name, pid) -> used.put(
                name, Duration.ofMillis(ProcessHandle.of(pid).map(this::ticks).orElse(0L) * 1_000 / TICKS_PER_SECOND)));
        return used;
    }

    /** Those that have a name of their own are left out: the generator starts the rivals. */
    private long ticks(ProcessHandle process) {
        long children = process.children()
                .filter(child -> !processes.containsValue(child.pid()))
                .mapToLong(this::ticks)
                .sum();
        return ticksAlone(process.pid()) + children;
    }

    private static long ticksAlone(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException gone) {
            return 0; // a short-lived child; its parent's counters have it now
        }
    }

    /** Of a line of {@code stat}: user and system time, with that of children that ended. */
    static long ticks(String stat) {
        // The name in brackets may hold blanks.
        List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1));
        long sum = 0;
        for (int field = UTIME; field <= CSTIME; field++) {
            sum += Long.parseLong(fields.get(field - FIELDS_BEFORE_STATE - 1));
        }
        return sum;
    }
}
