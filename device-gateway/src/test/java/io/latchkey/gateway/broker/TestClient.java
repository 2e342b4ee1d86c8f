package io.latchkey.gateway.broker;

import io.latchkey.local.LocalMqtt;
import io.latchkey.local.process.Poll;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private static final long AN_HOUR = 3600;

    private final MqttAsyncClient client;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    private TestClient(MqttAsyncClient client) {
        this.client = client;
    }

    /** With a session that ends with the connection; one from before is forgotten. */
    static TestClient connect(LocalMqtt mqtt, String clientId, SSLContext tls) throws MqttException {
        return connect(mqtt, clientId, tls, options -> {});
    }

    /** With a session that stays for an hour, the one from before if there is one. */
    static TestClient resume(LocalMqtt mqtt, String clientId, SSLContext tls) throws MqttException {
        return connect(mqtt, clientId, tls, options -> {
            options.setCleanStart(false);
            options.setSessionExpiryInterval(AN_HOUR);
        });
    }

    private static TestClient connect(
            LocalMqtt mqtt, String clientId, SSLContext tls, Consumer<MqttConnectionOptions> change)
            throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(tls.getSocketFactory());
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setConnectionTimeout(10);
        change.accept(options);
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

    /** All that has come so far. */
    BlockingQueue<String> messages() {
        return messages;
    }

    /** Looks itself: Paho's own waiting may miss the signal of a refusal that comes just before it. */
    private static int reason(IMqttToken token) throws MqttException {
        boolean answered =
                Poll.until(Duration.ofMillis(PATIENCE), () -> token.isComplete() || token.getException() != null);
        if (!answered) {
            throw new IllegalStateException("the broker gives no answer");
        }
        MqttException refusal = token.getException();
        if (refusal == null) {
            return token.getReasonCodes()[0];
        }
        if (refusal.getReasonCode() != NOT_AUTHORIZED) {
            throw refusal;
        }
        return NOT_AUTHORIZED;
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect(0).waitForCompletion(PATIENCE);
        }
        client.close(true);
    }
}
