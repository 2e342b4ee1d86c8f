package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.local.process.Ending;
import io.latchkey.local.process.PidFile;
import io.latchkey.local.process.Poll;
import io.latchkey.local.process.ProcessTable;
import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Breaks processes of the stack under test, and brings them back. A test class takes it as a constructor parameter; after
 * each test whatever it broke is mended, and all must be up.
 */
final class Faults {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Stack stack;
    private final Set<Part> frozen = EnumSet.noneOf(Part.class);
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

    /** Which process runs under each name; two looks differ where one was started again. */
    Map<Part, Long> processes() {
        Map<Part, Long> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, process(part).pid());
        }
        return all;
    }

    void mend() {
        if (!broken) {
            return;
        }
        Set.copyOf(frozen).forEach(this::thaw);
        bringBack();
        stack.run("deploy/status");
        broken = false;
    }

    private ProcessHandle process(Part part) {
        return new PidFile(stack.data().resolve("run").resolve(part.processName() + ".pid"))
                .running()
                .orElseThrow(() -> new IllegalStateException(part + " does not run"));
    }
}
