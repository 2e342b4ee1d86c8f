package io.latchkey.local.containers;

import io.latchkey.local.server.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL from an image with the interface of the official one, set as the embedded one is. */
record PostgresImage(String name, Network network) {

    Blueprint blueprint(int port, String password, List<String> databases) {
        var ready = PostgresServer.ready(port, password, databases);
        return new Blueprint("postgres", name, port, () -> container(port, password), () -> ready.isReady(0));
    }

    private GenericContainer<?> container(int port, String password) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(name))
                .withEnv("POSTGRES_PASSWORD", password)
                // The image trusts whoever comes from 127.0.0.1, and on the host's network that is everybody.
                .withEnv("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256 --encoding=UTF8 --locale=C")
                .withCommand(command(port).toArray(String[]::new));
        network.attach(container, port);
        return container;
    }

    private List<String> command(int port) {
        List<String> command = new ArrayList<>(List.of("postgres", "-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=" + network.listenAddress()));
        PostgresServer.SETTINGS.stream()
                .flatMap(setting -> Stream.of("-c", setting))
                .forEach(command::add);
        return command;
    }
}
