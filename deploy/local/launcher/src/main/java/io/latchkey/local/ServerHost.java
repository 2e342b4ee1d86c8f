package io.latchkey.local;

import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.RunningServer;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Where the servers of a test run.
 *
 * <p>{@link EmbeddedServers}, unless the class path holds another one, as {@code local-test-servers} does. Each method
 * returns when the server is ready at 127.0.0.1, and goes on with the data of an earlier one of that folder and port.
 */
public interface ServerHost {

    /** The one that all tests of this JVM take their servers from. */
    static ServerHost chosen() {
        return ServiceLoader.load(ServerHost.class, ServerHost.class.getClassLoader())
                .findFirst()
                .orElseGet(EmbeddedServers::new);
    }

    /**
     * Starts Kafka.
     *
     * @param topics {@code name:partitions:keep|compact}; all exist when this returns
     */
    RunningServer kafka(Path folder, int port, List<String> topics);

    /**
     * Starts PostgreSQL, durable.
     *
     * @param password of the administrator and of every user
     * @param databases each is made with a user of the same name that owns it
     */
    RunningServer postgres(Path folder, int port, String password, List<String> databases);

    /**
     * Starts the MQTT broker: mutual TLS only, each client confined to its own topics.
     *
     * @param pki its certificate, and the root that clients' certificates must come from
     */
    RunningServer mqtt(Path folder, int port, Pki pki);
}
