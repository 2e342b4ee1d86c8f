package io.latchkey.agent.mqtt;

import io.latchkey.agent.domain.Enrollment;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.TimerPingSender;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** One connection from its first packet to its end. It is used once: a new client carries nothing over. */
final class PahoConnection implements MqttCallback {

    private static final Logger LOG = Logger.getLogger(PahoConnection.class.getName());
    private static final int AT_LEAST_ONCE = 1;
    private static final int FIRST_ERROR_CODE = 0x80;
    private static final long CLOSE_MILLIS = 1_000;

    private final HandsetSockets sockets;
    private final Enrollment self;
    private final Topics topics;
    private final ScheduledExecutorService threads;
    private final ConnectionListener listener;
    private final MqttAsyncClient client;
    private final ReportWindow window = new ReportWindow();
    private final AtomicBoolean ended = new AtomicBoolean();

    PahoConnection(Broker broker, Enrollment self, ScheduledExecutorService threads, ConnectionListener listener)
            throws MqttException {
        this.sockets = new HandsetSockets(broker.tls().getSocketFactory());
        this.self = self;
        this.topics = Topics.of(self);
        this.threads = threads;
        this.listener = listener;
        this.client = new MqttAsyncClient(
                broker.uri(), self.commonName(), new MemoryPersistence(), new TimerPingSender(threads), threads);
        client.setCallback(this);
    }

    /** Connects and subscribes; the listener hears how it went. */
    void start() {
        try {
            client.connect(PahoOptions.of(self, sockets), null, Outcome.of(token -> subscribe(), this::fail));
        } catch (MqttException e) {
            fail(e);
        }
    }

    void send(byte[] report) {
        window.add(report);
        publishWhatMayLeave();
    }

    /** Ends it on purpose; the listener hears nothing more. */
    void stop() {
        ended.set(true);
        threads.execute(this::close);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (topic.equals(topics.token())) {
            listener.tokenArrived(message.getPayload());
        } else if (topic.equals(topics.ack())) {
            listener.ackArrived(message.getPayload());
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        fail(response.getException());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        fail(exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String uri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    private void subscribe() {
        String[] wanted = {topics.token(), topics.ack()};
        int[] qualities = {AT_LEAST_ONCE, AT_LEAST_ONCE};
        try {
            sockets.rest();
            client.subscribe(wanted, qualities, null, Outcome.of(this::subscribed, this::fail));
        } catch (IOException | MqttException e) {
            fail(e);
        }
    }

    private void subscribed(IMqttToken token) {
        if (Arrays.stream(token.getReasonCodes()).anyMatch(code -> code >= FIRST_ERROR_CODE)) {
            fail(new MqttException(MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED));
        } else {
            listener.up(this);
        }
    }

    private void publishWhatMayLeave() {
        for (Optional<byte[]> report = window.take(); report.isPresent(); report = window.take()) {
            publish(report.get());
        }
    }

    private void publish(byte[] report) {
        try {
            client.publish(
                    topics.report(), report, AT_LEAST_ONCE, false, null, Outcome.of(token -> arrived(), this::fail));
        } catch (MqttException e) {
            fail(e);
        }
    }

    private void arrived() {
        window.arrived();
        publishWhatMayLeave();
    }

    private void fail(Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "Connection lost. deviceId={0} cause={1}", new Object[] {self.deviceId(), cause});
            threads.execute(this::close);
            listener.down(this);
        }
    }

    private void close() {
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(
                        0, CLOSE_MILLIS, MqttReturnCode.RETURN_CODE_DISCONNECT_WITH_WILL_MESSAGE, new MqttProperties());
            }
            client.close(true);
        } catch (MqttException e) {
            LOG.log(Level.FINE, "A connection that is given up did not close cleanly.", e);
        }
    }
}
