package io.latchkey.local;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** An MQTT client that tells the broker's reason codes, as they came on the wire. */
final class TestClient implements AutoCloseable {

    static final int NOT_AUTHORIZED = 0x87;

    private static final long PATIENCE = 10_000;

    private final MqttAsyncClient client;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    private TestClient(MqttAsyncClient client) {
        this.client = client;
    }

    static TestClient connect(LocalMqtt mqtt, String clientId, SSLContext tls) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(tls.getSocketFactory());
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setConnectionTimeout(10);
        TestClient connected = new TestClient(new MqttAsyncClient(mqtt.url(), clientId, new MemoryPersistence()));
        connected.client.setCallback(new MessageQueue(connected.messages));
        connected.client.connect(options).waitForCompletion(PATIENCE);
        return connected;
    }

    /** The first reason code of the broker's SUBACK. */
    int subscribe(String filter) throws MqttException {
        return reason(client.subscribe(filter, 1));
    }

    /** The reason code of the broker's PUBACK. */
    int publish(String topic, String text, boolean retained) throws MqttException {
        return reason(client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, retained));
    }

    String next() throws InterruptedException {
        return String.valueOf(messages.poll(PATIENCE, TimeUnit.MILLISECONDS));
    }

    private static int reason(IMqttToken token) throws MqttException {
        try {
            token.waitForCompletion(PATIENCE);
            return token.getReasonCodes()[0];
        } catch (MqttException e) {
            if (e.getReasonCode() == NOT_AUTHORIZED) {
                return NOT_AUTHORIZED;
            }
            throw e;
        }
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 1_000, false);
        client.close(true);
    }
}
