package io.latchkey.system.bench.rival;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** The handsets of a rival: each has its own connection, verifies its tokens and notes when. They store nothing else. */
final class Devices {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final int THREADS = 2_048;
    /** Paho takes a third of a second to begin, most of it asleep. */
    private static final int CONNECTING_AT_ONCE = 16;

    private final Settings settings;
    private final FileChannel applied;
    private final Es256 es256;
    private final PublicKey key;
    private final ObjectMapper json = new ObjectMapper();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
            THREADS, Thread.ofVirtual().name("device-", 0).factory());

    Devices(Settings settings) throws IOException {
        this.settings = settings;
        this.applied = FileChannel.open(settings.path("BENCH_APPLIED"), StandardOpenOption.APPEND);
        this.es256 = Es256.of(settings);
        this.key = es256.publicKey();
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        List<Path> identities;
        try (Stream<Path> folders = Files.list(settings.path("BENCH_HANDSETS"))) {
            // One that keeps what is not enrolled yet has no identity.
            identities = folders.map(folder -> folder.resolve("identity.json"))
                    .filter(Files::exists)
                    .toList();
        }
        try (ExecutorService connecting = Executors.newFixedThreadPool(CONNECTING_AT_ONCE)) {
            List<Callable<Boolean>> connections = identities.stream()
                    .map(identity -> (Callable<Boolean>) () -> connect(identity))
                    .toList();
            for (Future<Boolean> connection : connecting.invokeAll(connections)) {
                connection.get();
            }
        }
        settings.ready("devices");
        Thread.currentThread().join();
    }

    private boolean connect(Path identity) throws IOException, MqttException {
        JsonNode self = json.readTree(identity.toFile());
        String deviceId = self.required("deviceId").asText();
        MqttAsyncClient client = new MqttAsyncClient(
                "ssl://127.0.0.1:" + settings.get("BENCH_MQTT_PORT"),
                deviceId + "/" + self.required("enrollment").asInt(),
                new MemoryPersistence(),
                null,
                threads);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new NoDelay(Tls.handset(identity, settings).getSocketFactory()));
        options.setCleanStart(true);
        options.setKeepAliveInterval(30);
        client.setCallback(new Ear(deviceId));
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
        client.subscribe("latchkey/v1/" + deviceId + "/token", 1).waitForCompletion(PATIENCE_MILLIS);
        return true;
    }

    private void take(String deviceId, byte[] payload) throws IOException {
        String token = new String(payload, US_ASCII);
        int dot = token.lastIndexOf('.');
        boolean genuine = es256.verify(
                key,
                token.substring(0, dot).getBytes(US_ASCII),
                Base64.getUrlDecoder().decode(token.substring(dot + 1)));
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, dot)));
        // What our own handsets left retained is signed by another key.
        if (genuine && claims.path("aud").asText().equals(deviceId)) {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            String line = deviceId + " " + claims.path("rev").longValue() + " "
                    + claims.path("stg").asText() + " " + claims.path("due").longValue() + " " + micros + "\n";
            applied.write(ByteBuffer.wrap(line.getBytes(US_ASCII)));
        }
    }

    private final class Ear implements MqttCallback {

        private final String deviceId;

        Ear(String deviceId) {
            this.deviceId = deviceId;
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            try {
                take(deviceId, message.getPayload());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot note a token", e);
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            System.err.println("disconnected " + deviceId + " " + response);
        }

        @Override
        public void mqttErrorOccurred(MqttException e) {
            System.err.println("error " + deviceId + " " + e);
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // A device publishes nothing here.
        }

        @Override
        public void connectComplete(boolean reconnect, String uri) {
            // The connect call waits by itself.
        }

        @Override
        public void authPacketArrived(int code, MqttProperties properties) {
            // Certificates authenticate; there is nothing to answer.
        }
    }
}
