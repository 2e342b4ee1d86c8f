package io.latchkey.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Linux tells about running processes under {@code /proc}. */
public final class ProcessTable {

    private static final Path PROC = Path.of("/proc");
    private static final Set<String> ENDED = Set.of("Z", "X", "x");
    private static final int START_TIME = 19; // counted from the state, the first field after the name

    private ProcessTable() {}

    /** Whether any process has this folder as its working directory. */
    public static boolean anyWorksIn(Path folder) {
        return ProcessHandle.allProcesses()
                .anyMatch(process ->
                        workingFolder(process.pid()).filter(folder::equals).isPresent());
    }

    /**
     * Whether the process still runs.
     *
     * <p>A killed process whose parent has not collected it yet still has an id and a start, but no life; whoever went
     * by these alone would take a crashed server for a running one.
     */
    public static boolean lives(ProcessHandle process) {
        return startOf(process.pid()).isPresent() && process.isAlive();
    }

    /** When the process started, in ticks since the machine did; with the id it names one process for good. */
    public static Optional<String> startOf(long pid) {
        return read(pid, "stat")
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
                .filter(fields -> !ENDED.contains(fields[0]))
                .map(fields -> fields[START_TIME]);
    }

    /** Memory of the process and all under it in KiB; pages that several share count once in all. */
    public static long memoryOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> proportionalSetSize(each.pid()))
                .sum();
    }

    private static long proportionalSetSize(long pid) {
        return read(pid, "smaps_rollup").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    private static Optional<Path> workingFolder(long pid) {
        try {
            return Optional.of(
                    Files.readSymbolicLink(PROC.resolve(Long.toString(pid)).resolve("cwd")));
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(Files.readString(PROC.resolve(Long.toString(pid)).resolve(file)));
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }
}
