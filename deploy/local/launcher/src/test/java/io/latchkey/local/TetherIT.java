package io.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.local.process.Poll;
import io.latchkey.local.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class TetherIT {

    @TempDir
    private Path folder;

    @Test
    void endsAServerWhenTheTestsOwnJvmIsKilled() throws IOException, InterruptedException {
        Process parent = startParent();
        ProcessHandle server = ProcessHandle.of(
                        Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();

        parent.destroyForcibly().waitFor();

        assertThat(Poll.until(Duration.ofSeconds(20), () -> !ProcessTable.lives(server)))
                .isTrue();
        Path data = folder.resolve("data").toRealPath();
        assertThat(Poll.until(Duration.ofSeconds(20), () -> !ProcessTable.anyWorksIn(data)))
                .isTrue();
    }

    private Process startParent() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlatchkey.root=" + System.getProperty("latchkey.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsPostgresAndStays.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
