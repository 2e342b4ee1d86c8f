package io.latchkey.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process that was killed and whose parent never collects it: it has an id, and no life. */
public final class Uncollected implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process parent;
    private final ProcessHandle child;

    /** Starts one that still lives. */
    public Uncollected() throws IOException {
        // The shell becomes a program that never collects its child.
        parent = new ProcessBuilder("sh", "-c", "tail -f /dev/null & echo $!; exec tail -f /dev/null").start();
        child = ProcessHandle.of(Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();
        Path parentsName = Path.of("/proc", Long.toString(parent.pid()), "comm");
        if (!Poll.until(PATIENCE, () -> nameIn(parentsName).equals("tail"))) {
            throw new IllegalStateException("the shell did not become another program");
        }
    }

    /** The process. */
    public ProcessHandle process() {
        return child;
    }

    /** Kills it; returns when it is dead. */
    public void kill() {
        child.destroyForcibly();
        if (!Poll.until(PATIENCE, () -> !ProcessTable.lives(child))) {
            throw new IllegalStateException("it lives on");
        }
    }

    private static String nameIn(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        parent.destroyForcibly();
    }
}
