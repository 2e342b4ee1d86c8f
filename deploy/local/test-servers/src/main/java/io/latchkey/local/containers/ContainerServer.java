package io.latchkey.local.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import io.latchkey.local.process.Poll;
import io.latchkey.local.process.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * A server in a container, which keeps its data: killed or closed, the container stays, and the next start on the same
 * folder starts it again. Testcontainers removes it when the tests' JVM ends.
 */
final class ContainerServer implements RunningServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SECONDS_TO_STOP = 15;
    private static final Map<Path, ContainerServer> BY_FOLDER = new ConcurrentHashMap<>();

    private final GenericContainer<?> container;
    private final int port;

    private ContainerServer(GenericContainer<?> container, int port) {
        this.container = container;
        this.port = port;
    }

    /**
     * Starts the container of that folder, made from the blueprint if there is none, and waits until it is ready.
     *
     * @throws IllegalStateException with its log, if it ends or is not ready within two minutes
     */
    static ContainerServer start(Path folder, Blueprint blueprint) {
        Path key = folder.toAbsolutePath().normalize();
        ContainerServer known = BY_FOLDER.get(key);
        ContainerServer server = known == null ? first(blueprint) : known.again(blueprint);
        BY_FOLDER.put(key, server);
        server.awaitReady(blueprint);
        return server;
    }

    private static ContainerServer first(Blueprint blueprint) {
        GenericContainer<?> container = blueprint.container().get();
        container.waitingFor(new Unhurried());
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "cannot start " + blueprint.name() + " from the image " + blueprint.image() + "; "
                            + Setting.SERVERS.variable() + "=embedded does without containers",
                    e);
        }
        return new ContainerServer(container, blueprint.port());
    }

    private ContainerServer again(Blueprint blueprint) {
        if (blueprint.port() != port) {
            throw new IllegalStateException(blueprint.name() + " goes on with its data only on port " + port
                    + " but was asked for port " + blueprint.port());
        }
        docker().startContainerCmd(id()).exec();
        return this;
    }

    private void awaitReady(Blueprint blueprint) {
        boolean ready =
                Poll.until(PATIENCE, () -> !runs() || blueprint.readiness().getAsBoolean());
        if (!ready || !runs()) {
            String log = container.getLogs();
            kill();
            throw new IllegalStateException(blueprint.name() + " did not become ready; its log:\n" + log);
        }
    }

    @Override
    public long pid() {
        return Objects.requireNonNull(state().getPidLong(), "the engine names no process");
    }

    @Override
    public void kill() {
        if (runs()) {
            docker().killContainerCmd(id()).exec();
            Poll.until(PATIENCE, () -> !runs());
        }
    }

    @Override
    public void close() {
        if (runs()) {
            docker().stopContainerCmd(id()).withTimeout(SECONDS_TO_STOP).exec();
        }
    }

    private boolean runs() {
        return Boolean.TRUE.equals(state().getRunning());
    }

    private ContainerState state() {
        return docker().inspectContainerCmd(id()).exec().getState();
    }

    private String id() {
        return container.getContainerId();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    /** Readiness is the blueprint's to tell, for the first start as for a later one. */
    private static final class Unhurried extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {}
    }
}
