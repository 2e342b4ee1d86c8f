package io.latchkey.system;

import io.latchkey.local.pki.Pki;
import io.latchkey.system.StackUnderTest.Stack;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** An MQTT client with the gateway's own certificate: the most that an intruder at the broker can have. */
record StolenGateway(MqttAsyncClient client) implements AutoCloseable {

    private static final int AT_LEAST_ONCE = 1;
    private static final long PATIENCE_MILLIS = 10_000;

    static StolenGateway of(Stack stack) throws MqttException {
        Pki pki = Pki.in(stack.data().resolve("pki"), stack.secret("LATCHKEY_PKI_PASSWORD"));
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(pki.gateway().sslContext(pki.root()).getSocketFactory());
        options.setCleanStart(true);
        MqttAsyncClient client = new MqttAsyncClient(
                "ssl://127.0.0.1:" + stack.port("MQTT"),
                "device-gateway/" + UUID.randomUUID(),
                new MemoryPersistence());
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
        return new StolenGateway(client);
    }

    void publishRetained(String deviceId, byte[] token) throws MqttException {
        client.publish("latchkey/v1/" + deviceId + "/token", token, AT_LEAST_ONCE, true)
                .waitForCompletion(PATIENCE_MILLIS);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion(PATIENCE_MILLIS);
        client.close();
    }
}
