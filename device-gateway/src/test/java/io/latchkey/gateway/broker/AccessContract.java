package io.latchkey.gateway.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.latchkey.local.Broker;
import io.latchkey.local.pki.Credential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a broker refuses, on the wire: it is the boundary towards phones in strangers' hands. */
abstract class AccessContract extends BrokerUnderTest {

    private static final int CONNACK = 0x20;
    /** MQTT 5, clean start, keep alive 60 s, client id "a". */
    private static final byte[] PLAIN_CONNECT = {0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 60, 0, 0, 1, 'a'};

    AccessContract(Broker broker) {
        super(broker);
    }

    @Test
    void refusesAHandsetEverySubscriptionThatIsNotItsOwn() throws MqttException {
        List<String> filters = List.of(
                FOREIGN + "/token",
                FOREIGN + "/ack",
                OWN + "/report",
                OWN + "/#",
                OWN + "/+",
                "latchkey/v1/+/token",
                "latchkey/v1/#",
                "#",
                "$SYS/#",
                REPORTS,
                "$share/mine/" + OWN + "/token",
                "$share/mine/latchkey/v1/keys");
        try (TestClient handset = handset()) {
            assertThat(filters)
                    .allSatisfy(filter -> assertThat(handset.subscribe(filter)).isEqualTo(TestClient.NOT_AUTHORIZED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOREIGN + "/report",
                FOREIGN + "/presence",
                OWN + "/token",
                OWN + "/ack",
                OWN + "/report/more",
                "latchkey/v1/keys"
            })
    void refusesAHandsetToWriteWhatIsNotItsOwn(String topic) throws MqttException {
        try (TestClient handset = handset()) {
            assertThat(handset.publish(topic, "forged", false)).isEqualTo(TestClient.NOT_AUTHORIZED);
        }
    }

    @Test
    void refusesAHandsetToLeaveAReportWithTheBroker() throws MqttException {
        try (TestClient handset = handset()) {
            assertThat(handset.publish(OWN + "/report", "stays", true)).isEqualTo(TestClient.NOT_AUTHORIZED);
        }
    }

    @Test
    void refusesAGatewayWhatItDoesNotShare() throws MqttException {
        List<String> filters = List.of(
                "latchkey/v1/+/report",
                "$share/other/latchkey/v1/+/report",
                "$share/device-gateway/latchkey/v1/+/token",
                OWN + "/token",
                "#");
        try (TestClient gateway = gateway(1)) {
            assertThat(filters)
                    .allSatisfy(filter -> assertThat(gateway.subscribe(filter)).isEqualTo(TestClient.NOT_AUTHORIZED));
        }
    }

    @Test
    void refusesAGatewayToReportInAHandsetsName() throws MqttException {
        try (TestClient gateway = gateway(1)) {
            assertThat(gateway.publish(OWN + "/report", "forged", false)).isEqualTo(TestClient.NOT_AUTHORIZED);
        }
    }

    @Test
    void speaksNothingButTls() throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), mqtt().port())) {
            plain.setSoTimeout(10_000);
            plain.getOutputStream().write(PLAIN_CONNECT);

            assertThat(firstAnswer(plain)).isNotEqualTo(CONNACK);
        }
    }

    @Test
    void refusesAClientWithoutACertificate() {
        assertRefused(HANDSET, Credential.anonymousContext(pki().root()));
    }

    @Test
    void refusesACertificateOfAnotherRoot() {
        assertRefused(HANDSET, foreignPki().issueHandset(HANDSET).sslContext(pki().root()));
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER + "/1", DEVICE + "/2", DEVICE + "/11", DEVICE, "device-gateway/1", ""})
    void refusesAClientIdThatIsNotTheCertificatesOwn(String clientId) {
        assertRefused(clientId, tls(HANDSET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "device-gateway/1", DEVICE, DEVICE + "/0", "d12345_" + "0/1", "+/1"})
    void refusesANameThatIsNeitherAHandsetsNorAGateways(String commonName) {
        assertRefused(commonName, tls(commonName));
    }

    @ParameterizedTest
    @ValueSource(strings = {HANDSET, HANDSET + "/second"})
    void acceptsAHandsetUnderItsOwnName(String clientId) {
        assertThatNoException().isThrownBy(() -> TestClient.connect(mqtt(), clientId, tls(HANDSET))
                .close());
    }

    private static int firstAnswer(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    private void assertRefused(String clientId, SSLContext tls) {
        assertThatExceptionOfType(MqttException.class)
                .isThrownBy(() -> TestClient.connect(mqtt(), clientId, tls).close());
    }
}
