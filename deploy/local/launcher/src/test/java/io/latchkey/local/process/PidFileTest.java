package io.latchkey.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    private static final ProcessHandle SELF = ProcessHandle.current();

    @TempDir
    private Path folder;

    private PidFile file;

    @BeforeEach
    void name() {
        file = new PidFile(folder.resolve("run/kafka.pid"));
    }

    @Test
    void findsTheProcessThatItNoted() {
        file.write(SELF);

        assertThat(file.running()).contains(SELF);
    }

    @Test
    void takesNoProcessForOursThatOnlyHasTheSameId() throws IOException {
        file.write(SELF);
        Files.writeString(file.path(), SELF.pid() + " 1\n");

        assertThat(file.running()).isEmpty();
    }

    @Test
    void noticesThatTheProcessIsGone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("cat").start();
        file.write(process.toHandle());

        process.destroyForcibly().waitFor();

        assertThat(file.running()).isEmpty();
    }

    @Test
    void takesNoProcessForRunningThatIsDeadButNotCollected() throws IOException {
        // The shell becomes a program that never collects its child.
        Process parent = new ProcessBuilder("sh", "-c", "tail -f /dev/null & echo $!; exec tail -f /dev/null").start();
        try {
            ProcessHandle child = ProcessHandle.of(
                            Long.parseLong(parent.inputReader().readLine()))
                    .orElseThrow();
            file.write(child);
            Path parentsName = Path.of("/proc", Long.toString(parent.pid()), "comm");
            assertThat(Poll.until(
                            Duration.ofSeconds(10), () -> nameIn(parentsName).equals("tail")))
                    .isTrue();

            child.destroyForcibly();

            assertThat(Poll.until(Duration.ofSeconds(10), () -> file.running().isEmpty()))
                    .isTrue();
            assertThat(child.isAlive()).as("not collected").isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void findsNothingInARuinedFile() throws IOException {
        file.write(SELF);
        Files.writeString(file.path(), "half a l");

        assertThat(file.running()).isEmpty();
    }

    @Test
    void findsNothingBeforeTheFirstStart() {
        assertThat(file.running()).isEmpty();
    }

    private static String nameIn(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
