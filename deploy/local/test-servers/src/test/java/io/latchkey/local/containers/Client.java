package io.latchkey.local.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.local.LocalMqtt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A connection to the broker under one certificate. */
final class Client implements AutoCloseable {

    static final int NOT_AUTHORIZED = 0x87;

    private static final long PATIENCE_MILLIS = 10_000;

    private final MqttAsyncClient client;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    Client(LocalMqtt mqtt, String clientId, SSLContext tls) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(tls.getSocketFactory());
        client = new MqttAsyncClient(mqtt.url(), clientId, new MemoryPersistence());
        client.setCallback(new Arrivals(messages));
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
    }

    void publishRetained(String topic, String text) throws MqttException {
        client.publish(topic, text.getBytes(UTF_8), 1, true).waitForCompletion(PATIENCE_MILLIS);
    }

    /** The broker's answer, as it came on the wire. */
    int subscribe(String filter) throws MqttException {
        IMqttToken answer = client.subscribe(filter, 1);
        try {
            answer.waitForCompletion(PATIENCE_MILLIS);
            return answer.getReasonCodes()[0];
        } catch (MqttException e) {
            return e.getReasonCode();
        }
    }

    String next() throws InterruptedException {
        return String.valueOf(messages.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 1_000, false);
        client.close(true);
    }
}
