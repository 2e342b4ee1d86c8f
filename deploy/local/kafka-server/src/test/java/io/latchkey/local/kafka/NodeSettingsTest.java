package io.latchkey.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeSettingsTest {

    private final NodeSettings settings = new NodeSettings("127.0.0.1", Path.of("data"), 19092, 19092, 40000);

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(settings.properties().getProperty("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:40000");
    }

    @Test
    void isReachedAtTheLoopbackAddressAlsoInAContainerOfItsOwn() {
        var inContainer = new NodeSettings("0.0.0.0", Path.of("data"), 19092, 19092, 40000).properties();

        assertThat(inContainer.getProperty("listeners"))
                .isEqualTo("PLAINTEXT://0.0.0.0:19092,CONTROLLER://127.0.0.1:40000");
        assertThat(inContainer.getProperty("advertised.listeners")).isEqualTo("PLAINTEXT://127.0.0.1:19092");
    }

    @Test
    void tellsItsClientsToUseTheProxyBeforeIt() {
        var behindProxy = new NodeSettings("127.0.0.1", Path.of("data"), 19092, 29092, 40000).properties();

        assertThat(behindProxy.getProperty("listeners")).startsWith("PLAINTEXT://127.0.0.1:19092,");
        assertThat(behindProxy.getProperty("advertised.listeners")).isEqualTo("PLAINTEXT://127.0.0.1:29092");
    }

    @Test
    void neverMakesATopicByItself() {
        assertThat(settings.properties().getProperty("auto.create.topics.enable"))
                .isEqualTo("false");
    }
}
