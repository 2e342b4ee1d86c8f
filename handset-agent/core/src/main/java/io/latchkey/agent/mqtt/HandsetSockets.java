package io.latchkey.agent.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one connection. Nagle's algorithm is off: a report of a few hundred bytes must not wait for more to come.
 */
final class HandsetSockets extends SSLSocketFactory {

    /** How long the end of a connection may go unseen by a thread that reads, where it cannot be interrupted. */
    private static final Duration READS_FOR = Duration.ofSeconds(10);

    private final SSLSocketFactory factory;
    private volatile @Nullable Socket newest;

    HandsetSockets(SSLSocketFactory factory) {
        this.factory = factory;
    }

    @Override
    public Socket createSocket() throws IOException {
        return noDelay(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return noDelay(factory.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return noDelay(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return noDelay(factory.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return noDelay(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return noDelay(factory.createSocket(host, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    /** Once connected: Paho has its reader look up every second, and a phone at rest would not get any. */
    void rest() throws IOException {
        Socket socket = newest;
        if (socket != null) {
            socket.setSoTimeout((int) READS_FOR.toMillis());
        }
    }

    private Socket noDelay(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        newest = socket;
        return socket;
    }
}
