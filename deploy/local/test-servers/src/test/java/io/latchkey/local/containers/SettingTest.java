package io.latchkey.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingTest {

    private final Setting setting = new Setting("LATCHKEY_KAFKA_IMAGE", "apache/kafka:4.1.1");
    private final Properties properties = new Properties();

    @Test
    void isTheDefaultIfNobodySaysOtherwise() {
        assertThat(setting.value(Map.of("LATCHKEY_KAFKA_IMAGE", ""), properties))
                .isEqualTo("apache/kafka:4.1.1");
    }

    @Test
    void isTheSystemPropertyOfThatName() {
        properties.setProperty("latchkey.kafka.image", "mirror/kafka:1");

        assertThat(setting.value(Map.of(), properties)).isEqualTo("mirror/kafka:1");
    }

    @Test
    void isTheEnvironmentVariableBeforeAll() {
        properties.setProperty("latchkey.kafka.image", "mirror/kafka:1");

        assertThat(setting.value(Map.of("LATCHKEY_KAFKA_IMAGE", "mine:2"), properties))
                .isEqualTo("mine:2");
    }
}
