package io.latchkey.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.local.pki.Credential;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** A handset that says what a test wants it to say, and keeps what it hears. */
final class TestHandset implements AutoCloseable {

    private final String deviceId;
    private final MqttClient client;
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final List<String> acks = new CopyOnWriteArrayList<>();

    TestHandset(String deviceId, int enrollment, Credential credential) throws MqttException {
        this.deviceId = deviceId;
        client = new MqttClient(
                "ssl://127.0.0.1:" + GatewayServers.mqttPort(), deviceId + "/" + enrollment, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(
                credential.sslContext(GatewayServers.pki().root()).getSocketFactory());
        options.setCleanStart(true);
        client.setTimeToWait(10_000);
        client.connect(options);
        subscribe("token", tokens);
        subscribe("ack", acks);
    }

    private void subscribe(String kind, List<String> heard) throws MqttException {
        client.subscribe(
                new MqttSubscription[] {new MqttSubscription(topic(kind), 1)},
                new IMqttMessageListener[] {(topic, message) -> heard.add(new String(message.getPayload(), UTF_8))});
    }

    void report(String payload) throws MqttException {
        client.publish(topic("report"), new MqttMessage(payload.getBytes(UTF_8), 1, false, null));
    }

    static String claims(int seq, String type, int revision, String detail) {
        return claims(1, seq, type, revision, detail);
    }

    static String claims(int enrollment, int seq, String type, int revision, String detail) {
        return "{\"seq\":%d,\"type\":\"%s\",\"enr\":%d,\"rev\":%d,\"at\":\"2027-01-01T00:00:00Z\",\"detail\":%s}"
                .formatted(seq, type, enrollment, revision, detail);
    }

    private String topic(String kind) {
        return "latchkey/v1/" + deviceId + "/" + kind;
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 200, true);
        client.close();
    }
}
