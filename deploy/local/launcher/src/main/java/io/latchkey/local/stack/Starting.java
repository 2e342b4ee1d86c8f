package io.latchkey.local.stack;

import io.latchkey.local.process.Launch;
import io.latchkey.local.process.LogTail;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.Poll;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.ProcessTable;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts what is down, stage by stage, and leaves alone what runs. */
public final class Starting {

    private final Stack stack;
    private final PrintStream out;
    private final Duration patience;

    /**
     * For one start.
     *
     * @param out where the user reads what happens
     * @param patience how long one process may take to become ready
     */
    public Starting(Stack stack, PrintStream out, Duration patience) {
        this.stack = stack;
        this.out = out;
        this.patience = patience;
    }

    /**
     * Starts and returns when all is ready.
     *
     * @throws StackException if something is not built, a port is taken or a process ends; what runs by then runs on
     */
    public void run() {
        checkBuilt();
        for (List<Member> stage : stack.stages()) {
            List<Running> started = stage.stream().map(this::ensure).toList();
            started.forEach(this::awaitReady);
        }
    }

    private record Running(Member member, ProcessHandle process, long since, boolean wasUp) {}

    private void checkBuilt() {
        List<Path> missing = stack.members()
                .flatMap(member -> member.artifacts().stream())
                .filter(file -> !Files.exists(file))
                .toList();
        if (!missing.isEmpty()) {
            throw StackException.notBuilt("Not built yet: " + missing.get(0));
        }
    }

    private Running ensure(Member member) {
        Optional<ProcessHandle> running = stack.data().pidFile(member.name()).running();
        return running.map(process -> new Running(member, process, System.nanoTime(), true))
                .orElseGet(() -> start(member));
    }

    private Running start(Member member) {
        long since = System.nanoTime();
        // First: what a killed process left running still holds its port, and the preparation waits until that is gone.
        member.preparation().run();
        for (PortUse port : member.ports()) {
            if (!port.isFree()) {
                throw new StackException(portTaken(member.name(), port));
            }
        }
        ProcessHandle process =
                Launch.detached(member, stack.data().log(member.name())).toHandle();
        stack.data().pidFile(member.name()).write(process);
        return new Running(member, process, since, false);
    }

    static String portTaken(String member, PortUse port) {
        return "Port %d is taken by another process, and %s needs it. Free it, or move %s: %s=%d deploy/up"
                .formatted(port.number(), member, member, port.variable(), port.number() + 10_000);
    }

    private void awaitReady(Running running) {
        Member member = running.member();
        ProcessHandle process = running.process();
        boolean ready = Poll.until(
                        patience,
                        () -> !ProcessTable.lives(process) || member.readiness().isReady(process.pid()))
                && ProcessTable.lives(process);
        if (!ready) {
            throw new StackException(failure(running));
        }
        long millis = Duration.ofNanos(System.nanoTime() - running.since()).toMillis();
        String what = running.wasUp() ? "already up" : "up after " + millis + " ms";
        out.printf("  %-17s %s%n", member.name(), what);
    }

    private String failure(Running running) {
        Path log = stack.data().log(running.member().name());
        String what = ProcessTable.lives(running.process())
                ? "is not ready after " + patience.toSeconds() + " s"
                : "ended while it started";
        return "%s %s. The end of its log:%n%s%nThe whole log: %s"
                .formatted(running.member().name(), what, LogTail.of(log), log);
    }
}
