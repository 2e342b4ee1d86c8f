package io.latchkey.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Ends a process: asks first, then insists. */
public final class Ending {

    private Ending() {}

    /**
     * Sends the signal, waits, and kills what still lives then.
     *
     * @return whether it ended by itself
     */
    public static boolean of(ProcessHandle process, String signal, Duration patience) {
        signal(process, signal);
        boolean willing = Poll.until(patience, () -> !ProcessTable.lives(process));
        if (!willing) {
            process.destroyForcibly();
            Poll.until(patience, () -> !ProcessTable.lives(process));
        }
        return willing;
    }

    /** Sends a signal by its name; a process that is gone already is fine. */
    public static void signal(ProcessHandle process, String signal) {
        if (!ProcessTable.lives(process)) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot signal process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
