package io.latchkey.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.local.kafka.NodeSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KafkaImageTest {

    @Test
    void handsTheImageTheSettingsOfTheEmbeddedNode() {
        var settings = new NodeSettings("0.0.0.0", Path.of("/data"), 19092, 19092, 40000);

        assertThat(KafkaImage.environment(settings))
                .hasSameSizeAs(settings.properties())
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .containsEntry("KAFKA_LOG_DIRS", "/data")
                .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:19092");
    }
}
