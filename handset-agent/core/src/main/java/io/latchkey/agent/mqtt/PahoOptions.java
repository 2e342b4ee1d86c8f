package io.latchkey.agent.mqtt;

import io.latchkey.agent.domain.Enrollment;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** How a handset connects: a clean session that ends with the connection, for the outbox is the only memory. */
final class PahoOptions {

    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int CONNECT_SECONDS = 10;
    private static final long MAX_PACKET_BYTES = 64L * 1024;
    private static final int AT_LEAST_ONCE = 1;

    private PahoOptions() {}

    static MqttConnectionOptions of(Enrollment self, HandsetSockets sockets) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setMaximumPacketSize(MAX_PACKET_BYTES);
        options.setAutomaticReconnect(false);
        options.setHttpsHostnameVerificationEnabled(true);
        options.setSocketFactory(sockets);
        options.setWill(Topics.of(self).presence(), gone(self));
        return options;
    }

    private static MqttMessage gone(Enrollment self) {
        String payload = "{\"enr\":" + self.number() + ",\"online\":false}";
        return new MqttMessage(payload.getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, false, null);
    }
}
