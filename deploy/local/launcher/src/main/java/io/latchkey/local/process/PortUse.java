package io.latchkey.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A port on the loopback address.
 *
 * @param variable the environment variable that moves it
 */
public record PortUse(int number, String variable) {

    private static final int BETWEEN_INSTANCES = 100;

    /**
     * The same port of another instance of a service.
     *
     * @param instance from 1; the first listens on this port, the second 100 above it
     */
    public PortUse ofInstance(int instance) {
        return new PortUse(number + BETWEEN_INSTANCES * (instance - 1), variable);
    }

    /** Whether nothing listens on it now. */
    public boolean isFree() {
        try (ServerSocket socket = new ServerSocket()) {
            // A connection of the last run that still lingers does not make the port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
