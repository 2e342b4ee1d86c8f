package io.latchkey.gateway.broker;

import io.latchkey.local.Broker;
import io.latchkey.local.LocalMqtt;
import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.FreePorts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One broker for all tests of a class, and clients as gateway and handsets have them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokerUnderTest {

    static final String DEVICE = "d1_0123456789abcdef0123456789abcdef";
    static final String HANDSET = DEVICE + "/1";
    static final String OWN = "latchkey/v1/" + DEVICE;
    static final String OTHER = "d1_ffffffffffffffffffffffffffffffff";
    static final String FOREIGN = "latchkey/v1/" + OTHER;
    static final String REPORTS = "$share/device-gateway/latchkey/v1/+/report";
    static final String PRESENCES = "$share/device-gateway/latchkey/v1/+/presence";

    private final Broker broker;
    /** Reading a key store costs more than a connection. */
    private final Map<String, SSLContext> contexts = new HashMap<>();

    private Path folder = Path.of("");
    private Pki pki = new Pki(folder, "");
    private LocalMqtt mqtt;

    BrokerUnderTest(Broker broker) {
        this.broker = broker;
    }

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        pki = Pki.in(folder.resolve("pki"), "for-tests");
        mqtt = LocalMqtt.start(broker, folder.resolve("data"), FreePorts.any(), pki);
    }

    @AfterAll
    void stop() {
        mqtt.close();
    }

    final void restart() {
        mqtt.close();
        mqtt = LocalMqtt.start(broker, folder.resolve("data"), mqtt.port(), pki);
    }

    final LocalMqtt mqtt() {
        return mqtt;
    }

    final Pki pki() {
        return pki;
    }

    /** Certificates that look like ours, of a root that is not. */
    final Pki foreignPki() {
        return Pki.in(folder.resolve("foreign"), "for-tests");
    }

    final TestClient gateway(int instance) throws MqttException {
        return TestClient.connect(mqtt, "device-gateway/" + instance, gatewayTls());
    }

    final TestClient handset() throws MqttException {
        return TestClient.connect(mqtt, HANDSET, tls(HANDSET));
    }

    final SSLContext gatewayTls() {
        return contexts.computeIfAbsent("device-gateway", name -> pki.gateway().sslContext(pki.root()));
    }

    final SSLContext tls(String commonName) {
        return contexts.computeIfAbsent(
                commonName, name -> pki.issueHandset(name).sslContext(pki.root()));
    }
}
