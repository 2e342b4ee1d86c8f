package io.latchkey.local.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerConfigurationTest {

    private final String xml = new BrokerConfiguration("127.0.0.1", 18883, Path.of("/data/a&b")).xml();

    @Test
    void opensNothingButATlsListenerThatDemandsACertificate() {
        assertThat(xml)
                .contains("<tls-tcp-listener>", "<client-authentication-mode>REQUIRED<", "<bind-address>127.0.0.1<")
                .doesNotContain("<tcp-listener>", "websocket");
    }

    @Test
    void tellsNobodyThatItRuns() {
        assertThat(xml).containsPattern("<anonymous-usage-statistics>\\s*<enabled>false<");
    }

    @Test
    void keepsThePasswordOutOfTheFile() {
        assertThat(xml).contains("<password>${ENV:LATCHKEY_PKI_PASSWORD}</password>");
    }

    @Test
    void letsAGatewayHaveWholeBatchesOnTheirWay() {
        assertThat(xml).containsPattern("<receive-maximum>\\s*<server-receive-maximum>1000<");
    }

    @Test
    void survivesAFolderNameThatXmlWouldMisread() {
        assertThat(xml).contains("<path>/data/a&amp;b/server.p12</path>");
    }
}
