package io.latchkey.system.wire;

import io.latchkey.local.process.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A proxy before one server. It passes on whatever comes, until it is told what one of the clients has to suffer.
 *
 * <p>Linux only: it asks {@code /proc} which process a connection belongs to.
 */
public final class Wire implements AutoCloseable {

    private static final int BACKLOG = 100;

    private final int server;
    private final ServerSocket listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Weather weather = new Weather();

    private Wire(int server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /**
     * A wire on a free port.
     *
     * @param server the port of the server behind it, which may start later
     */
    public static Wire to(int server) {
        try {
            Wire wire = new Wire(server, new ServerSocket(FreePorts.any(), BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("wire to " + server).start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException("no wire to port " + server, e);
        }
    }

    /** Where the server listens. */
    public int server() {
        return server;
    }

    /** Where clients reach the server. */
    public int port() {
        return listener.getLocalPort();
    }

    /** From now on this client, and it alone, has this trouble with the server; what it had before is over. */
    public void trouble(Trouble trouble, ProcessHandle client) {
        weather.turns(trouble, client);
        if (trouble == Trouble.RESET) {
            connections.stream().filter(weather::hits).forEach(Connection::reset);
        }
    }

    /** All is well again: what was held up goes on. */
    public void calm() {
        weather.clears();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                join(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException("the wire on port " + port() + " takes nobody any more", e);
                }
            }
        }
    }

    private void join(Socket client) throws IOException {
        Connection connection = new Connection(client, weather);
        connections.add(connection);
        Thread.ofVirtual().start(() -> {
            try {
                connection.carry(server);
            } finally {
                connections.remove(connection);
            }
        });
    }

    @Override
    public void close() {
        try {
            listener.close();
            connections.forEach(Connection::reset);
        } catch (IOException e) {
            throw new UncheckedIOException("the wire on port " + port() + " cannot be closed", e);
        }
    }
}
