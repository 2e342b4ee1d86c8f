package io.latchkey.local.containers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import org.testcontainers.containers.GenericContainer;

/** How a container's port becomes the same port of this machine's loopback address. */
enum Network {

    /** A network of its own, from which the engine maps the port. */
    BRIDGE("0.0.0.0") {
        @Override
        void attach(GenericContainer<?> container, int port) {
            container.withCreateContainerCmdModifier(command -> map(command, port));
        }
    },

    /** The machine's own network; the server itself keeps to the loopback address. */
    HOST("127.0.0.1") {
        @Override
        void attach(GenericContainer<?> container, int port) {
            container.withNetworkMode("host");
        }
    };

    private final String listenAddress;

    Network(String listenAddress) {
        this.listenAddress = listenAddress;
    }

    static Network of(String name) {
        return switch (name) {
            case "bridge" -> BRIDGE;
            case "host" -> HOST;
            default ->
                throw new IllegalArgumentException(
                        Setting.NETWORK.variable() + " must be bridge or host but was '" + name + "'");
        };
    }

    /** Where a server in the container has to listen. */
    String listenAddress() {
        return listenAddress;
    }

    abstract void attach(GenericContainer<?> container, int port);

    private static void map(CreateContainerCmd command, int port) {
        ExposedPort inside = ExposedPort.tcp(port);
        command.withExposedPorts(inside)
                .getHostConfig()
                .withPortBindings(new PortBinding(Binding.bindIpAndPort("127.0.0.1", port), inside));
    }
}
