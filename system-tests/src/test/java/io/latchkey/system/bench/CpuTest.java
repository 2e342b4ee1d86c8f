package io.latchkey.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTest {

    @Test
    void addsUserAndSystemTimeAndThatOfChildrenThatEnded() {
        String stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194304 1 2 3 4 100 20 3 1 20 0 50 0 12345 1 2 3";

        assertThat(Cpu.ticks(stat)).isEqualTo(124);
    }

    @Test
    void countsAChildThatIsListedItselfOnlyOnce() throws IOException {
        Process child = new ProcessBuilder(
                        "sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; echo; read end")
                .start();
        try {
            child.getInputStream().read();
            long self = ProcessHandle.current().pid();

            Duration alone =
                    new Cpu(Map.of("self", self, "child", child.pid())).used().get("self");
            Duration together = new Cpu(Map.of("self", self)).used().get("self");

            assertThat(together).isGreaterThan(alone);
        } finally {
            child.destroy();
        }
    }

    @Test
    void knowsThatThisProcessHasWorked() {
        assertThat(new Cpu(Map.of("self", ProcessHandle.current().pid())).used().get("self"))
                .isPositive();
    }
}
