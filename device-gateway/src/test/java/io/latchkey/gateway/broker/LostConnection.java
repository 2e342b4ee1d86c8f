package io.latchkey.gateway.broker;

import io.latchkey.local.LocalMqtt;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttConnect;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A handset that connects with a will and is gone without a word, as when the battery is pulled; no client does that. */
final class LostConnection {

    private static final int PATIENCE_MILLIS = 10_000;
    /** Fixed header of two bytes, then the acknowledge flags, then the reason. */
    private static final int BYTES_TO_REASON = 4;

    private LostConnection() {}

    /** The reason code of the broker's CONNACK. */
    static int leaving(String topic, String text, LocalMqtt mqtt, String clientId, SSLContext tls)
            throws IOException, MqttException {
        MqttConnect connect = new MqttConnect(clientId, 5, true, 60, new MqttProperties(), new MqttProperties());
        connect.setWillDestination(topic);
        connect.setWillMessage(new MqttMessage(text.getBytes(StandardCharsets.UTF_8), 1, false, null));
        try (SSLSocket socket =
                (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), mqtt.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(connect.serialize());
            byte[] answer = socket.getInputStream().readNBytes(BYTES_TO_REASON);
            socket.setSoLinger(true, 0);
            return Byte.toUnsignedInt(answer[BYTES_TO_REASON - 1]);
        }
    }
}
