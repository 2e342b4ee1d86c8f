package io.latchkey.agent.mqtt;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/** What to do when Paho has done something, or has not. */
record Outcome(Consumer<IMqttToken> then, Consumer<Throwable> otherwise) implements MqttActionListener {

    static Outcome of(Consumer<IMqttToken> then, Consumer<Throwable> otherwise) {
        return new Outcome(then, otherwise);
    }

    @Override
    public void onSuccess(IMqttToken token) {
        then.accept(token);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
        otherwise.accept(cause);
    }
}
