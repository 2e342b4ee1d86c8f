package io.latchkey.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Ready when its port takes connections, for a server that gives no other sign. It must have been free before the start:
 * whose port it is, nobody asks.
 */
public record PortOpen(int number) implements Member.Readiness {

    private static final int PATIENCE_MILLIS = 2_000;

    @Override
    public boolean isReady(long pid) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), PATIENCE_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
