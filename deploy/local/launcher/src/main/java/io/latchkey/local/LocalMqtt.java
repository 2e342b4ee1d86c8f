package io.latchkey.local;

import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.FreePorts;
import io.latchkey.local.process.RunningServer;
import java.nio.file.Path;

/** The MQTT broker for a test: mutual TLS only, and each client confined to its own topics. */
public final class LocalMqtt implements AutoCloseable {

    private final RunningServer server;
    private final int port;

    private LocalMqtt(RunningServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on a free port. */
    public static LocalMqtt start(Path folder, Pki pki) {
        return start(folder, FreePorts.any(), pki);
    }

    /** Starts on a given port. */
    public static LocalMqtt start(Path folder, int port, Pki pki) {
        return new LocalMqtt(ServerHost.chosen().mqtt(folder, port, pki), port);
    }

    /** Starts one of the embedded brokers on a given port; the same folder again goes on with its data. */
    public static LocalMqtt start(Broker broker, Path folder, int port, Pki pki) {
        return new LocalMqtt(EmbeddedServers.mqtt(broker, folder, port, pki), port);
    }

    /** For Paho: {@code ssl://127.0.0.1:port}. */
    public String url() {
        return "ssl://127.0.0.1:" + port;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Ends it as a crash would. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
