package io.latchkey.system.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** One connection of a client to the server, through a wire. */
final class Connection {

    private static final int PIECE = 16 * 1024;

    private final Socket client;
    private final Socket server = new Socket();
    private final Weather weather;
    private final int clientPort;

    Connection(Socket client, Weather weather) throws IOException {
        client.setTcpNoDelay(true);
        this.client = client;
        this.weather = weather;
        this.clientPort = client.getPort();
    }

    boolean belongsTo(ProcessHandle process) {
        return Sockets.owns(process.pid(), clientPort, client.getLocalPort());
    }

    /** Carries both ways until one side ends, and then ends the other. */
    void carry(int port) {
        try (client;
                server) {
            if (!weather.lets(this)) {
                reset();
                return;
            }
            server.setTcpNoDelay(true);
            server.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread back = Thread.ofVirtual().start(() -> carry(server, client));
            carry(client, server);
            back.join();
        } catch (IOException refused) {
            reset(); // as the server itself would have answered
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            int length = from.getInputStream().read(piece);
            while (length >= 0) {
                if (!weather.lets(this)) {
                    reset();
                    return;
                }
                to.getOutputStream().write(piece, 0, length);
                length = from.getInputStream().read(piece);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(); // whoever breaks one side breaks the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks it, so that both sides see an error and no proper end. */
    void reset() {
        abort(client);
        abort(server);
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException("a connection cannot be broken", e);
            }
        }
    }
}
