package io.latchkey.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void neverGivesAPortThatAnOutgoingConnectionMayTake() throws IOException {
        List<Integer> range = Arrays.stream(Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                        .strip()
                        .split("\\s+"))
                .map(Integer::valueOf)
                .toList();

        assertThat(Stream.generate(FreePorts::any).limit(100))
                .noneMatch(port -> port >= range.getFirst() && port <= range.getLast());
    }

    @Test
    void givesNoPortTwiceThoughNothingListensYet() {
        assertThat(Stream.generate(FreePorts::any).limit(200)).doesNotHaveDuplicates();
    }
}
