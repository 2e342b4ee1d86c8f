package io.latchkey.local.containers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A first knock at the Docker API. Where there is none, Testcontainers needs seconds and a page of log to find out; this
 * takes milliseconds, and every module's tests begin with it.
 *
 * @param environment names the API by {@code DOCKER_HOST}; without it the usual sockets are tried
 * @param system the socket of the whole machine
 * @param home whose sockets count too
 */
record DockerApi(Map<String, String> environment, Path system, Path home) {

    private static final int PATIENCE_MILLIS = 2_000;

    static DockerApi ofThisMachine() {
        return new DockerApi(
                System.getenv(), Path.of("/var/run/docker.sock"), Path.of(System.getProperty("user.home", "/")));
    }

    /** Why it cannot be used, or empty if somebody answers. */
    Optional<String> absence() {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        return host.isEmpty() ? absenceAtTheUsualSockets() : absenceAt(URI.create(host));
    }

    private Optional<String> absenceAtTheUsualSockets() {
        List<Path> sockets = usualSockets().filter(Files::exists).toList();
        if (sockets.isEmpty()) {
            return Optional.of("no Docker API: DOCKER_HOST is not set and there is no " + system);
        }
        return sockets.stream().anyMatch(DockerApi::answers)
                ? Optional.empty()
                : Optional.of("no Docker API: nobody answers at " + sockets);
    }

    private Stream<Path> usualSockets() {
        Stream<Path> own =
                Stream.of(home.resolve(".docker/run/docker.sock"), home.resolve(".docker/desktop/docker.sock"));
        Stream<Path> session =
                Stream.ofNullable(environment.get("XDG_RUNTIME_DIR")).map(runtime -> Path.of(runtime, "docker.sock"));
        return Stream.of(Stream.of(system), own, session).flatMap(sockets -> sockets);
    }

    private static Optional<String> absenceAt(URI host) {
        boolean answers =
                switch (String.valueOf(host.getScheme())) {
                    case "unix" -> answers(Path.of(host.getPath()));
                    case "tcp", "http", "https" -> listens(host);
                    default -> false;
                };
        return answers ? Optional.empty() : Optional.of("no Docker API of this machine answers at DOCKER_HOST=" + host);
    }

    /** The tests reach their servers at 127.0.0.1, so an API elsewhere is of no use. */
    private static boolean listens(URI host) {
        InetSocketAddress address = new InetSocketAddress(host.getHost(), host.getPort());
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** A socket outlives who listened on it, so a file alone says nothing. */
    private static boolean answers(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Selector selector = Selector.open()) {
            channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return selector.select(PATIENCE_MILLIS) > 0 && channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException nobody) {
            return false;
        }
    }
}
