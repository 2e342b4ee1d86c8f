package io.latchkey.virtual;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.latchkey.local.pki.Credential;
import io.latchkey.local.pki.Pki;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** What a gateway and an issuer do, by hand: signs and publishes tokens, hears reports, acknowledges on demand. */
final class GatewayHands implements MqttCallback, AutoCloseable {

    private static final long PATIENCE_MILLIS = 10_000;

    /** One report as it arrived. */
    private record Heard(String deviceId, String type, long seq) {}

    private final ECKey key =
            new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    private final MqttAsyncClient client;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger unreadable = new AtomicInteger();
    private volatile boolean acknowledging;

    GatewayHands(String url, Pki pki) throws Exception {
        client = new MqttAsyncClient(url, "device-gateway/1", new MemoryPersistence());
        client.setCallback(this);
        Credential credential = pki.gateway();
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(credential.sslContext(pki.root()).getSocketFactory());
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
        client.subscribe("$share/device-gateway/latchkey/v1/+/report", 1).waitForCompletion(PATIENCE_MILLIS);
    }

    String keySet() {
        return new JWKSet(key).toString(true);
    }

    void publish(Map<String, Object> claims) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("device-token+jwt"))
                .keyID(key.getKeyID())
                .build();
        JWSObject jws = new JWSObject(header, new Payload(claims));
        jws.sign(new ECDSASigner(key));
        publish((String) claims.get("aud"), jws.serialize().getBytes(StandardCharsets.US_ASCII));
    }

    void publish(String deviceId, byte[] token) throws MqttException {
        client.publish("latchkey/v1/" + deviceId + "/token", token, 1, true).waitForCompletion(PATIENCE_MILLIS);
    }

    List<String> reportsOf(TestHandset handset) {
        return heard.stream()
                .filter(report -> report.deviceId().equals(handset.deviceId()))
                .map(Heard::type)
                .toList();
    }

    int unreadableReports() {
        return unreadable.get();
    }

    /** From now on, and for all that came before. */
    void acknowledgeEverything() throws MqttException {
        acknowledging = true;
        for (Heard report : heard) {
            acknowledge(report);
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws MqttException {
        String deviceId = topic.split("/", -1)[2];
        try {
            JWSObject jws = JWSObject.parse(new String(message.getPayload(), StandardCharsets.US_ASCII));
            Map<String, Object> payload = jws.getPayload().toJSONObject();
            Heard report = new Heard(deviceId, (String) payload.get("type"), (Long) payload.get("seq"));
            heard.add(report);
            if (acknowledging) {
                acknowledge(report);
            }
        } catch (ParseException e) {
            unreadable.incrementAndGet();
        }
    }

    private void acknowledge(Heard report) throws MqttException {
        byte[] ack = "{\"enr\":1,\"seqs\":[%d]}".formatted(report.seq()).getBytes(StandardCharsets.UTF_8);
        client.publish("latchkey/v1/" + report.deviceId() + "/ack", ack, 1, false);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, PATIENCE_MILLIS, false);
        client.close(true);
    }
}
