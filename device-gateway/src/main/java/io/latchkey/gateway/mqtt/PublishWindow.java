package io.latchkey.gateway.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.paho.mqttv5.client.IMqttAsyncClient;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * The publishes of one connection that the broker has not confirmed, never more than both sides allow: Paho throws when
 * the broker's receive maximum is passed, so what does not fit waits here. All state belongs to one thread, the hand's.
 */
final class PublishWindow {

    private static final int REFUSED = 0x80;

    private final IMqttAsyncClient client;
    private final Executor hand;
    private final int limit;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final Set<Waiting> flying = new HashSet<>();
    private boolean closed;

    PublishWindow(IMqttAsyncClient client, Executor hand, int limit) {
        this.client = client;
        this.hand = hand;
        this.limit = limit;
    }

    private record Waiting(Publication publication, UniEmitter<? super Void> confirmed) {

        /** Two equal publications are two publications. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    Uni<Void> publish(Publication publication) {
        return Uni.createFrom()
                .emitter(confirmed -> hand.execute(() -> {
                    waiting.add(new Waiting(publication, confirmed));
                    fly();
                }));
    }

    /** Whoever waits is told to try again, on the next connection. To be called by the hand. */
    void close() {
        closed = true;
        flying.forEach(PublishWindow::fail);
        flying.clear();
        fly();
    }

    private void fly() {
        while (!waiting.isEmpty() && (closed || flying.size() < limit)) {
            Waiting next = waiting.remove();
            if (closed) {
                fail(next);
            } else {
                send(next);
            }
        }
    }

    private void send(Waiting next) {
        flying.add(next);
        MqttMessage message = new MqttMessage(
                next.publication().payload().getBytes(US_ASCII),
                1,
                next.publication().retained(),
                null);
        try {
            client.publish(next.publication().topic(), message, null, new Confirmation(next));
        } catch (MqttException | IllegalStateException e) {
            flying.remove(next);
            next.confirmed().fail(new BrokerUnavailableException("a message could not be sent", e));
        }
    }

    private static void fail(Waiting lost) {
        lost.confirmed().fail(new BrokerUnavailableException("the connection to the broker was lost"));
    }

    /** Called by Paho's own thread, which must not be held up. */
    private final class Confirmation implements MqttActionListener {

        private final Waiting sent;

        Confirmation(Waiting sent) {
            this.sent = sent;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            int[] reasons = token.getReasonCodes();
            boolean refused = reasons != null && reasons.length > 0 && reasons[0] >= REFUSED;
            end(() -> {
                if (refused) {
                    sent.confirmed().fail(new BrokerUnavailableException("the broker refused code=" + reasons[0]));
                } else {
                    sent.confirmed().complete(null);
                }
            });
        }

        @Override
        public void onFailure(IMqttToken token, Throwable e) {
            end(() -> sent.confirmed().fail(new BrokerUnavailableException("the broker did not confirm", e)));
        }

        private void end(Runnable outcome) {
            hand.execute(() -> {
                if (flying.remove(sent)) {
                    outcome.run();
                    fly();
                }
            });
        }
    }
}
