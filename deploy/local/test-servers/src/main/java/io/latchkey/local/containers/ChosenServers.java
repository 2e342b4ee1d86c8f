package io.latchkey.local.containers;

import io.latchkey.local.EmbeddedServers;
import io.latchkey.local.ServerHost;
import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.RunningServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Chooses once for a test's JVM, and says so on standard error where nobody can miss it. */
public final class ChosenServers implements ServerHost {

    private static final String ANNOUNCED = "latchkey.servers.announced";

    @Override
    public RunningServer kafka(Path folder, int port, List<String> topics) {
        return Chosen.HOST.kafka(folder, port, topics);
    }

    @Override
    public RunningServer postgres(Path folder, int port, String password, List<String> databases) {
        return Chosen.HOST.postgres(folder, port, password, databases);
    }

    @Override
    public RunningServer mqtt(Path folder, int port, Pki pki) {
        return Chosen.HOST.mqtt(folder, port, pki);
    }

    /** The choice is made when a test first asks for a server, not when this class is found. */
    private static final class Chosen {

        static final ServerHost HOST = choose();

        private static ServerHost choose() {
            return switch (Choice.of(Setting.SERVERS.value(), Chosen::absence)) {
                case Choice.Embedded embedded -> {
                    announce("EMBEDDED SERVERS", embedded.because());
                    yield new EmbeddedServers();
                }
                case Choice.Containers ignored -> {
                    ContainerServers containers = ContainerServers.asSet();
                    announce("CONTAINERS", containers.images());
                    yield containers;
                }
            };
        }

        private static Optional<String> absence() {
            Optional<String> silence = DockerApi.ofThisMachine().absence();
            if (silence.isPresent() || DockerClientFactory.instance().isDockerAvailable()) {
                return silence;
            }
            return Optional.of("Testcontainers cannot use the Docker API that answers; its log says why");
        }
    }

    /** A test framework may load this class more than once. */
    private static void announce(String what, String detail) {
        if (System.getProperties().putIfAbsent(ANNOUNCED, what) == null) {
            System.err.println("=== INTEGRATION TESTS USE " + what + ": " + detail + " (" + Setting.SERVERS.variable()
                    + "=auto|containers|embedded) ===");
        }
    }
}
