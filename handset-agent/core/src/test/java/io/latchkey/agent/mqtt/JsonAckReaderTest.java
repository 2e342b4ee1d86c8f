package io.latchkey.agent.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.agent.domain.Incoming.ReportsAcknowledged;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAckReaderTest {

    private final JsonAckReader acks = new JsonAckReader();

    @Test
    void readsTheNumbersThatAreSafe() {
        assertThat(acks.read(bytes("{\"enr\":1,\"seqs\":[4,5]}"))).contains(new ReportsAcknowledged(1, Set.of(4L, 5L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"enr\":1}",
                "{\"enr\":\"1\",\"seqs\":[]}",
                "{\"enr\":1,\"seqs\":[null]}",
                "{\"enr\":99999999999,\"seqs\":[]}",
                "{\"enr\":1,\"seqs\":[1e400]}"
            })
    void ignoresWhatIsNoAcknowledgement(String payload) {
        assertThat(acks.read(bytes(payload))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
