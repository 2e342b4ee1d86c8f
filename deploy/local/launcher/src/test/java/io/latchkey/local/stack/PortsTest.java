package io.latchkey.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void areThePublishedOnesByDefault() {
        assertThat(new Ports(Map.of()).mqtt().number()).isEqualTo(18_883);
    }

    @Test
    void moveWithTheEnvironment() {
        assertThat(new Ports(Map.of("LATCHKEY_MQTT_PORT", "28883")).mqtt().number())
                .isEqualTo(28_883);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0", "-1", "65536", "18883 "})
    void mustBePorts(String text) {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> new Ports(Map.of("LATCHKEY_MQTT_PORT", text)).mqtt())
                .withMessageContaining("LATCHKEY_MQTT_PORT");
    }

    @Test
    void areReachedThroughAProxyIfThereIsOne() {
        Ports ports = new Ports(Map.of("LATCHKEY_MQTT_PROXY_PORT", "28883"));

        assertThat(ports.mqtt().number()).isEqualTo(18_883);
        assertThat(ports.reached(ports.mqtt())).isEqualTo(28_883);
        assertThat(ports.reached(ports.kafka())).isEqualTo(19_092);
    }

    @Test
    void aSecondInstanceListens100Higher() {
        assertThat(new Ports(Map.of()).ingest().ofInstance(1).number()).isEqualTo(8081);
        assertThat(new Ports(Map.of()).ingest().ofInstance(2).number()).isEqualTo(8181);
    }
}
