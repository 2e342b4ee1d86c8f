package io.latchkey.local.stack;

import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.ProcessTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows each process of the stack: its id, ports, state and memory. */
public record StatusTable(Stack stack, PrintStream out) {

    private static final String ROW = "%-18s %8s  %-11s %-9s %9s%n";
    private static final int KIB_PER_MIB = 1024;

    private record Line(Member member, Optional<ProcessHandle> process, boolean ready, long memory) {}

    /**
     * Prints the table.
     *
     * @return whether all is up
     */
    public boolean print() {
        List<Line> lines = stack.members().map(this::line).toList();
        out.printf(ROW, "name", "pid", "port", "state", "memory");
        lines.forEach(this::print);
        out.printf(
                ROW,
                "all",
                "",
                "",
                "",
                mebibytes(lines.stream().mapToLong(Line::memory).sum()));
        return lines.stream().allMatch(Line::ready);
    }

    private Line line(Member member) {
        Optional<ProcessHandle> process = stack.data().pidFile(member.name()).running();
        boolean ready = process.filter(running -> member.readiness().isReady(running.pid()))
                .isPresent();
        return new Line(
                member, process, ready, process.map(ProcessTable::memoryOf).orElse(0L));
    }

    private void print(Line line) {
        String pid = line.process().map(process -> Long.toString(process.pid())).orElse("-");
        String ports = line.member().ports().stream()
                .map(PortUse::number)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String state = line.ready() ? "up" : line.process().isPresent() ? "not ready" : "down";
        out.printf(ROW, line.member().name(), pid, ports, state, mebibytes(line.memory()));
    }

    private static String mebibytes(long kibibytes) {
        return kibibytes / KIB_PER_MIB + " MiB";
    }
}
