package io.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.latchkey.local.pki.Credential;
import io.latchkey.local.pki.Pki;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMqttIT {

    private static final String DEVICE = "d1_0123456789abcdef0123456789abcdef";
    private static final String OTHER = "d1_ffffffffffffffffffffffffffffffff";
    private static final String HANDSET = DEVICE + "/1";

    @TempDir
    private static Path folder;

    private static Pki pki;
    private static LocalMqtt mqtt;

    @BeforeAll
    static void start() {
        pki = Pki.in(folder.resolve("pki"), "for-tests");
        mqtt = LocalMqtt.start(folder.resolve("mqtt"), pki);
    }

    @AfterAll
    static void stop() {
        mqtt.close();
    }

    @Test
    void carriesARetainedTokenFromTheGatewayToItsHandset() throws MqttException, InterruptedException {
        try (TestClient gateway = gateway();
                TestClient handset = handset()) {
            gateway.publish("latchkey/v1/" + DEVICE + "/token", "jws", true);
            handset.subscribe("latchkey/v1/" + DEVICE + "/token");

            assertThat(handset.next()).isEqualTo("jws");
        }
    }

    @Test
    void carriesAReportFromAHandsetToTheGatewaysSharedSubscription() throws MqttException, InterruptedException {
        try (TestClient gateway = gateway();
                TestClient handset = handset()) {
            gateway.subscribe("$share/device-gateway/latchkey/v1/+/report");
            handset.publish("latchkey/v1/" + DEVICE + "/report", "report", false);

            assertThat(gateway.next()).isEqualTo("report");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latchkey/v1/" + OTHER + "/token",
                "latchkey/v1/" + OTHER + "/ack",
                "latchkey/v1/" + DEVICE + "/report",
                "latchkey/v1/+/token",
                "latchkey/v1/#",
                "#",
                "$SYS/#",
                "$share/device-gateway/latchkey/v1/+/report",
                "$share/mine/latchkey/v1/" + DEVICE + "/token",
                "$share/mine/latchkey/v1/keys"
            })
    void refusesAHandsetEverySubscriptionThatIsNotItsOwn(String filter) throws MqttException {
        try (TestClient handset = handset()) {
            assertThat(handset.subscribe(filter)).isEqualTo(TestClient.NOT_AUTHORIZED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latchkey/v1/" + OTHER + "/report",
                "latchkey/v1/" + OTHER + "/presence",
                "latchkey/v1/" + DEVICE + "/token",
                "latchkey/v1/" + DEVICE + "/ack",
                "latchkey/v1/keys"
            })
    void refusesAHandsetToWriteWhatIsNotItsOwn(String topic) throws MqttException {
        try (TestClient handset = handset()) {
            assertThat(handset.publish(topic, "forged", false)).isEqualTo(TestClient.NOT_AUTHORIZED);
        }
    }

    @Test
    void refusesAClientWithoutACertificate() {
        assertRefused(HANDSET, Credential.anonymousContext(pki.root()));
    }

    @Test
    void refusesACertificateOfAnotherRoot() {
        Pki foreign = Pki.in(folder.resolve("foreign"), "for-tests");

        assertRefused(HANDSET, foreign.issueHandset(HANDSET).sslContext(pki.root()));
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER + "/1", DEVICE + "/2", "device-gateway/1"})
    void refusesAClientIdThatIsNotTheCertificatesOwn(String clientId) {
        assertRefused(clientId, pki.issueHandset(HANDSET).sslContext(pki.root()));
    }

    @Test
    void acceptsAHandsetUnderItsOwnName() {
        assertThatNoException().isThrownBy(() -> handset().close());
    }

    private static void assertRefused(String clientId, SSLContext tls) {
        assertThatExceptionOfType(MqttException.class)
                .isThrownBy(() -> TestClient.connect(mqtt, clientId, tls).close());
    }

    private static TestClient handset() throws MqttException {
        return TestClient.connect(mqtt, HANDSET, pki.issueHandset(HANDSET).sslContext(pki.root()));
    }

    private static TestClient gateway() throws MqttException {
        return TestClient.connect(mqtt, "device-gateway/1", pki.gateway().sslContext(pki.root()));
    }
}
