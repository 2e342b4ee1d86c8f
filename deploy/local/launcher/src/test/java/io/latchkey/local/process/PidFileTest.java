package io.latchkey.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try (Uncollected victim = new Uncollected()) {
            file.write(victim.process());
            assertThat(file.running()).isPresent();

            victim.kill();

            assertThat(file.running()).isEmpty();
            assertThat(victim.process().isAlive()).as("not collected").isTrue();
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
}
