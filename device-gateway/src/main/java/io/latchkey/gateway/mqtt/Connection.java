package io.latchkey.gateway.mqtt;

import java.util.concurrent.Executor;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jboss.logging.Logger;

/** What Paho tells of one connection. Each connection is a client of its own, so that none inherits another's state. */
final class Connection implements MqttCallback {

    private static final Logger LOG = Logger.getLogger(Connection.class);

    private final MqttAsyncClient client;
    private final ReportInbox inbox;
    private final Executor hand;
    private final Runnable lost;

    Connection(MqttAsyncClient client, ReportInbox inbox, Executor hand, Runnable lost) {
        this.client = client;
        this.inbox = inbox;
        this.hand = hand;
        this.lost = lost;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        int id = message.getId();
        int qos = message.getQos();
        inbox.lay(topic, message.getPayload(), () -> hand.execute(() -> settle(id, qos)));
    }

    private void settle(int id, int qos) {
        try {
            client.messageArrivedComplete(id, qos);
        } catch (MqttException e) {
            // The connection is gone, and with it this number: the broker sends the message again.
            LOG.debugf("Message not settled reason=%s", e);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        LOG.warnf("Connection to the broker lost code=%d", response.getReturnCode());
        lost.run();
    }

    @Override
    public void mqttErrorOccurred(MqttException e) {
        LOG.warnf("Broker link reports an error reason=%s", e);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Each publish has its own listener.
    }

    @Override
    public void connectComplete(boolean reconnect, String uri) {
        // The connect call has its own listener.
    }

    @Override
    public void authPacketArrived(int code, MqttProperties properties) {
        // Certificates authenticate; there is nothing to answer.
    }
}
