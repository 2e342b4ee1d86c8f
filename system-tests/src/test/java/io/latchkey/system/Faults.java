package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.local.process.Ending;
import io.latchkey.local.process.PidFile;
import io.latchkey.local.process.Poll;
import io.latchkey.local.process.ProcessTable;
import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Breaks processes of the stack under test, and brings them back. A test class takes it as a constructor parameter; after
 * each test whatever it broke is mended, and all must be up.
 */
final class Faults {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONG_PATIENCE = Duration.ofMinutes(1);

    private final Stack stack;
    private final Set<Part> frozen = EnumSet.noneOf(Part.class);
    private final Deque<Runnable> repairs = new ArrayDeque<>();
    private boolean broken;

    Faults(Stack stack) {
        this.stack = stack;
    }

    /** {@code kill -9}; returns when it is gone. */
    void kill(Part part) {
        broken = true;
        ProcessHandle victim = process(part);
        frozen.remove(part);
        Ending.signal(victim, "KILL");
        assertThat(Poll.until(PATIENCE, () -> !ProcessTable.lives(victim)))
                .as(part + " is gone")
                .isTrue();
    }

    /** As a user stops it: it may finish what it is at; returns when it and all that it started are gone. */
    void end(Part part) {
        frozen.remove(part);
        end(part, process(part));
    }

    /** The same with the second instance of a service. */
    void endSecond(Part part) {
        end(part, running(part.processName() + "-2"));
    }

    private void end(Part part, ProcessHandle process) {
        broken = true;
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        Ending.signal(process, part == Part.POSTGRES ? "INT" : "TERM");
        assertThat(Poll.until(LONG_PATIENCE, () -> all.stream().noneMatch(ProcessTable::lives)))
                .as(part + " has ended")
                .isTrue();
    }

    /** {@code SIGSTOP}: it keeps its connections and its memory, and does nothing. */
    void freeze(Part part) {
        broken = true;
        frozen.add(part);
        Ending.signal(process(part), "STOP");
    }

    /** {@code SIGCONT}: it goes on where it was. */
    void thaw(Part part) {
        Ending.signal(process(part), "CONT");
        frozen.remove(part);
    }

    /** Starts what is down, as a user would; returns when all is ready. */
    void bringBack() {
        stack.run("deploy/up");
    }

    /** The same, with some more in the environment of what is down. */
    void bringBack(Map<String, String> more) {
        broken = true;
        stack.with(more).run("deploy/up");
    }

    /** Which process runs under each name; two looks differ where one was started again. */
    Map<Part, Long> processes() {
        Map<Part, Long> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, process(part).pid());
        }
        return all;
    }

    /** Something that has to be done before all is well again. */
    void whenMended(Runnable repair) {
        broken = true;
        repairs.push(repair);
    }

    boolean runs(Part part) {
        return pidFile(part.processName()).running().isPresent();
    }

    void mend() {
        if (!broken) {
            return;
        }
        Set.copyOf(frozen).forEach(this::thaw);
        while (!repairs.isEmpty()) {
            repairs.pop().run();
        }
        bringBack();
        stack.run("deploy/status");
        broken = false;
    }

    /** The process of that name, which must run. */
    ProcessHandle process(Part part) {
        return running(part.processName());
    }

    private ProcessHandle running(String name) {
        return pidFile(name).running().orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    private PidFile pidFile(String name) {
        return new PidFile(stack.data().resolve("run").resolve(name + ".pid"));
    }
}
