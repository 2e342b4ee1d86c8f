package io.latchkey.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.ProcessTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private DataFolder data;

    @BeforeEach
    void makeData() {
        data = new DataFolder(folder.resolve("data"));
        data.make();
    }

    @AfterEach
    void stopAll() {
        stop(StandIn.living("first"), StandIn.living("second"));
    }

    @Test
    void startsEveryProcessAndRemembersIt() {
        start(StandIn.living("first"), StandIn.living("second"));

        assertThat(data.pidFile("first").running()).isPresent();
        assertThat(data.pidFile("second").running()).isPresent();
    }

    @Test
    void leavesAloneWhatRunsAlready() {
        start(StandIn.living("first"));
        var before = data.pidFile("first").running();

        start(StandIn.living("first"), StandIn.living("second"));

        assertThat(data.pidFile("first").running()).isEqualTo(before);
        assertThat(said()).containsPattern("first +already up").containsPattern("second +up after");
    }

    @Test
    void namesAProcessThatEndsAndItsLastWordsAndLeavesTheRest() {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> start(StandIn.living("first"), StandIn.dying("second", "no-disk")))
                .withMessageContaining("second ended while it started")
                .withMessageContaining("no-disk")
                .withMessageContaining(data.log("second").toString());
        assertThat(data.pidFile("first").running()).isPresent();
    }

    @Test
    void namesATakenPortWhoNeedsItAndTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortUse port = new PortUse(taken.getLocalPort(), "LATCHKEY_FIRST_PORT");

            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> start(StandIn.living("first", port)))
                    .withMessageContaining("Port " + taken.getLocalPort())
                    .withMessageContaining("first needs it")
                    .withMessageContaining("LATCHKEY_FIRST_PORT=");
        }
    }

    @Test
    void isUndoneByStopping() {
        start(StandIn.living("first"));
        ProcessHandle process = data.pidFile("first").running().orElseThrow();

        stop(StandIn.living("first"));

        assertThat(ProcessTable.lives(process)).isFalse();
        assertThat(data.pidFile("first").running()).isEmpty();
    }

    private void start(Member... members) {
        new Starting(stack(members), out, PATIENCE).run();
    }

    private void stop(Member... members) {
        new Stopping(stack(members), out, PATIENCE).run();
    }

    private Stack stack(Member... members) {
        return new Stack(data, List.of(List.of(members)));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
