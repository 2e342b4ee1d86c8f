package io.latchkey.local;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** An MQTT client that a test can close. */
record TestClient(MqttClient client, BlockingQueue<String> messages) implements AutoCloseable {

    static TestClient connect(LocalMqtt mqtt, String clientId, SSLContext tls) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(tls.getSocketFactory());
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setConnectionTimeout(10);
        MqttClient client = new MqttClient(mqtt.url(), clientId, new MemoryPersistence());
        client.setTimeToWait(10_000);
        client.connect(options);
        return new TestClient(client, new LinkedBlockingQueue<>());
    }

    void subscribe(String filter) throws MqttException {
        MqttSubscription[] subscriptions = {new MqttSubscription(filter, 1)};
        IMqttMessageListener[] listeners = {
            (topic, message) -> messages.add(new String(message.getPayload(), StandardCharsets.UTF_8))
        };
        client.subscribe(subscriptions, listeners);
    }

    void publish(String topic, String text, boolean retained) throws MqttException {
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, retained);
    }

    String next() throws InterruptedException {
        return String.valueOf(messages.poll(10, TimeUnit.SECONDS));
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close();
    }
}
