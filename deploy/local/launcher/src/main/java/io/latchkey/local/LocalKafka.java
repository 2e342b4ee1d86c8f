package io.latchkey.local;

import io.latchkey.local.process.FreePorts;
import io.latchkey.local.process.RunningServer;
import java.nio.file.Path;
import java.util.List;

/** A Kafka node for a test. Start it again on the same folder and port to go on with its data. */
public final class LocalKafka implements AutoCloseable {

    private final RunningServer server;
    private final int port;

    private LocalKafka(RunningServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on a free port with all topics of the system. */
    public static LocalKafka start(Path folder) {
        return start(folder, FreePorts.any(), LocalTopics.all());
    }

    /**
     * Starts and waits until the topics exist.
     *
     * @param topics {@code name:partitions:keep|compact}
     */
    public static LocalKafka start(Path folder, int port, List<String> topics) {
        return new LocalKafka(ServerHost.chosen().kafka(folder, port, topics), port);
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
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
