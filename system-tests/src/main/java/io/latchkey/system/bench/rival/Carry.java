package io.latchkey.system.bench.rival;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * Publishes tokens, retained, and tells Kafka after the broker's word. The floor has a window of publishes in flight;
 * the plain way waits for each.
 */
final class Carry {

    private static final int WINDOW = 500;
    private static final long PATIENCE_MILLIS = 30_000;

    private final Settings settings;
    private final MqttAsyncClient client;
    private final Semaphore window = new Semaphore(WINDOW);

    Carry(Settings settings) throws MqttException {
        this.settings = settings;
        this.client = new MqttAsyncClient(
                "ssl://127.0.0.1:" + settings.get("BENCH_MQTT_PORT"),
                "device-gateway/bench-" + settings.get("BENCH_MODE"),
                new MemoryPersistence());
    }

    void run() throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new NoDelay(Tls.gateway(settings).getSocketFactory()));
        options.setCleanStart(true);
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
        var consumer = Links.consumer(settings, settings.topic("tokens"));
        settings.ready("carry");
        if (settings.isFloor()) {
            Loops.byBatch(consumer, this::publishAll);
        } else {
            Loops.byEvent(consumer, this::publishOne);
        }
    }

    private List<CompletableFuture<Void>> publishAll(ConsumerRecords<String, byte[]> records) {
        List<CompletableFuture<Void>> publishes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> one : records) {
            CompletableFuture<Void> confirmed = new CompletableFuture<>();
            window.acquireUninterruptibly();
            try {
                client.publish(topic(one), message(one), null, new Confirmation(confirmed));
            } catch (MqttException e) {
                throw new IllegalStateException("cannot publish", e);
            }
            publishes.add(confirmed);
        }
        return publishes;
    }

    private void publishOne(ConsumerRecord<String, byte[]> record) {
        try {
            client.publish(topic(record), message(record)).waitForCompletion(PATIENCE_MILLIS);
        } catch (MqttException e) {
            throw new IllegalStateException("cannot publish", e);
        }
    }

    private static String topic(ConsumerRecord<String, byte[]> record) {
        return "latchkey/v1/" + record.key() + "/token";
    }

    private static MqttMessage message(ConsumerRecord<String, byte[]> record) {
        return new MqttMessage(record.value(), 1, true, null);
    }

    private final class Confirmation implements MqttActionListener {

        private final CompletableFuture<Void> confirmed;

        Confirmation(CompletableFuture<Void> confirmed) {
            this.confirmed = confirmed;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            window.release();
            confirmed.complete(null);
        }

        @Override
        public void onFailure(IMqttToken token, Throwable failure) {
            window.release();
            confirmed.completeExceptionally(failure);
        }
    }
}
