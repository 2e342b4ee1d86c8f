package io.latchkey.gateway.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.local.Broker;
import io.latchkey.local.process.Poll;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;

/** What gateway and handsets rely on, whichever broker runs. */
abstract class BrokerContract extends AccessContract {

    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;

    BrokerContract(Broker broker) {
        super(broker);
    }

    @Test
    void keepsTheNewestTokenForAHandsetThatComesLater() throws MqttException, InterruptedException {
        try (TestClient gateway = gateway(1);
                TestClient handset = handset()) {
            gateway.publish(OWN + "/token", "older", true);
            gateway.publish(OWN + "/token", "newer", true);

            assertThat(handset.subscribe(OWN + "/token")).isEqualTo(1);
            assertThat(handset.next()).isEqualTo("newer");
            assertThat(handset.messages()).isEmpty();
        }
    }

    @Test
    void carriesTokensAndAcksToAHandsetThatListens() throws MqttException, InterruptedException {
        try (TestClient gateway = gateway(1);
                TestClient handset = handset()) {
            handset.subscribe(OWN + "/ack");
            gateway.publish(OWN + "/ack", "ack", false);

            assertThat(handset.next()).isEqualTo("ack");
        }
    }

    @Test
    void dealsEachReportToOneOfTheGatewaysThatShareThem() throws MqttException {
        List<String> reports =
                IntStream.range(0, 20).mapToObj(i -> "report " + i).toList();
        try (TestClient one = gateway(1);
                TestClient two = gateway(2);
                TestClient handset = handset()) {
            one.subscribe(REPORTS);
            two.subscribe(REPORTS);
            for (String report : reports) {
                handset.publish(OWN + "/report", report, false);
            }

            Poll.until(Duration.ofSeconds(10), () -> received(one, two).size() >= reports.size());
            assertThat(received(one, two)).containsExactlyInAnyOrderElementsOf(reports);
        }
    }

    @Test
    void givesTheReportsToTheGatewayThatIsLeft() throws MqttException, InterruptedException {
        try (TestClient two = gateway(2);
                TestClient handset = handset()) {
            two.subscribe(REPORTS);
            try (TestClient one = gateway(1)) {
                one.subscribe(REPORTS);
            }

            handset.publish(OWN + "/report", "first", false);
            handset.publish(OWN + "/report", "second", false);
            assertThat(List.of(two.next(), two.next())).containsExactlyInAnyOrder("first", "second");
        }
    }

    @Test
    void takesAReportThatNoGatewayListensTo() throws MqttException {
        try (TestClient handset = handset()) {
            assertThat(handset.publish(OWN + "/report", "unheard", false)).isIn(0, NO_MATCHING_SUBSCRIBERS);
        }
    }

    @Test
    void publishesTheWillOfAHandsetThatIsCutOff() throws Exception {
        try (TestClient gateway = gateway(1)) {
            gateway.subscribe(PRESENCES);

            assertThat(lost(OWN + "/presence", "gone")).isZero();
            assertThat(gateway.next()).isEqualTo("gone");
        }
    }

    @Test
    void neverPublishesAWillInAnothersName() throws Exception {
        try (TestClient gateway = gateway(1)) {
            gateway.subscribe(PRESENCES);

            assertThat(lost(FOREIGN + "/presence", "forged")).isIn(0, TestClient.NOT_AUTHORIZED);
            assertThat(lost(OWN + "/presence", "own")).isZero();
            assertThat(gateway.next()).isEqualTo("own");
        }
    }

    @Test
    void keepsAGatewaysSessionAndWhatCameMeanwhile() throws MqttException, InterruptedException {
        gatewayThatLeavesItsSession(3);
        try (TestClient handset = handset()) {
            handset.publish(OWN + "/report", "meanwhile", false);
        }

        try (TestClient gateway = TestClient.resume(mqtt(), "device-gateway/3", gatewayTls())) {
            assertThat(gateway.next()).isEqualTo("meanwhile");
        }
        gateway(3).close();
    }

    @Test
    void keepsSessionsAndTokensOverARestart() throws MqttException, InterruptedException {
        gatewayThatLeavesItsSession(3);
        try (TestClient handset = handset();
                TestClient gateway = gateway(1)) {
            gateway.publish(OWN + "/token", "kept", true);
            handset.publish(OWN + "/report", "before", false);
        }

        restart();

        try (TestClient handset = handset();
                TestClient gateway = TestClient.resume(mqtt(), "device-gateway/3", gatewayTls())) {
            assertThat(gateway.next()).isEqualTo("before");
            gateway.subscribe(REPORTS); // Mosquitto forgets shared ones, see ADR 5
            handset.publish(OWN + "/report", "after", false);
            assertThat(gateway.next()).isEqualTo("after");
            handset.subscribe(OWN + "/token");
            assertThat(handset.next()).isEqualTo("kept");
        }
        gateway(3).close();
    }

    private int lost(String topic, String text) throws IOException, MqttException {
        return LostConnection.leaving(topic, text, mqtt(), HANDSET, tls(HANDSET));
    }

    private static List<String> received(TestClient... clients) {
        List<String> all = new ArrayList<>();
        for (TestClient client : clients) {
            all.addAll(client.messages());
        }
        return all;
    }

    private void gatewayThatLeavesItsSession(int instance) throws MqttException {
        try (TestClient gateway = TestClient.resume(mqtt(), "device-gateway/" + instance, gatewayTls())) {
            gateway.subscribe(REPORTS);
        }
    }
}
