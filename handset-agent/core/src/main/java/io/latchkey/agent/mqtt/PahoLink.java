package io.latchkey.agent.mqtt;

import io.latchkey.agent.app.Link;
import io.latchkey.agent.domain.Enrollment;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one MQTT connection alive, a fresh one after each loss.
 *
 * <p>Reconnects by itself and not by Paho, whose automatic reconnect takes a thread per handset and knows no jitter.
 */
public final class PahoLink implements Link {

    private static final Logger LOG = Logger.getLogger(PahoLink.class.getName());
    private static final Duration PAUSE_AFTER_FAILED_STEP = Duration.ofSeconds(5);

    private final Broker broker;
    private final Enrollment self;
    private final ScheduledExecutorService threads;
    private final Backoff backoff = new Backoff(new Random());
    private @Nullable Listener listener;
    private @Nullable PahoConnection current;
    private boolean up;
    private @Nullable Future<?> nextAttempt;

    /**
     * A link that is closed at first.
     *
     * @param threads shared by many handsets; each open link occupies three for as long as it lives
     */
    public PahoLink(Broker broker, Enrollment self, ScheduledExecutorService threads) {
        this.broker = broker;
        this.self = self;
        this.threads = threads;
    }

    @Override
    public synchronized void open(Listener hearing) {
        if (listener == null) {
            listener = hearing;
            backoff.succeeded();
            connect(hearing);
        }
    }

    @Override
    public synchronized void close() {
        listener = null;
        cancelNextAttempt();
        drop();
    }

    @Override
    public synchronized void reconnect() {
        if (listener != null) {
            drop();
            connectAfter(PAUSE_AFTER_FAILED_STEP);
        }
    }

    @Override
    public synchronized void send(byte[] report) {
        if (up && current != null) {
            current.send(report);
        }
    }

    @Override
    public synchronized boolean isConnected() {
        return up;
    }

    private void connect(Listener hearing) {
        try {
            PahoConnection connection = new PahoConnection(broker, self, threads, new Ears(hearing));
            current = connection;
            connection.start();
        } catch (MqttException e) {
            throw new IllegalStateException("Paho rejects the broker's address " + broker.uri(), e);
        }
    }

    private void connectAfter(Duration pause) {
        cancelNextAttempt();
        nextAttempt = threads.schedule(this::connectIfStillWanted, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancelNextAttempt() {
        if (nextAttempt != null) {
            nextAttempt.cancel(false);
            nextAttempt = null;
        }
    }

    private synchronized void connectIfStillWanted() {
        if (listener != null && current == null) {
            connect(listener);
        }
    }

    private void drop() {
        up = false;
        if (current != null) {
            current.stop();
            current = null;
        }
    }

    private synchronized boolean raise(PahoConnection connection) {
        if (connection != current) {
            return false;
        }
        up = true;
        backoff.succeeded();
        return true;
    }

    private synchronized void lose(PahoConnection connection) {
        if (connection == current) {
            up = false;
            current = null;
            connectAfter(backoff.next());
        }
    }

    /** Hears one connection on behalf of the agent. */
    private final class Ears implements ConnectionListener {

        private final Listener hearing;

        Ears(Listener hearing) {
            this.hearing = hearing;
        }

        @Override
        public void up(PahoConnection connection) {
            if (raise(connection)) {
                LOG.log(Level.INFO, "Connected. deviceId={0}", self.deviceId());
                hearing.connected();
            }
        }

        @Override
        public void down(PahoConnection connection) {
            lose(connection);
        }

        @Override
        public void tokenArrived(byte[] payload) {
            hearing.tokenArrived(payload);
        }

        @Override
        public void ackArrived(byte[] payload) {
            hearing.ackArrived(payload);
        }
    }
}
