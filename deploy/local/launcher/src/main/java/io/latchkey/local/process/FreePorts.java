package io.latchkey.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ports for servers that start later than they are chosen.
 *
 * <p>The system's own choice, a bind to port 0, lies where it also takes the near end of every outgoing connection from:
 * by the time a server starts, a client may hold its port. These lie below, and each is claimed by a locked file as long
 * as this JVM lives, so that tests side by side don't choose the same.
 */
public final class FreePorts {

    /** Above what servers usually listen on and what {@code deploy/up} takes. */
    private static final int FIRST = 21_000;
    /** Linux takes outgoing connections from 32768 up unless {@code net.ipv4.ip_local_port_range} says otherwise. */
    private static final int END = 32_000;

    private static final Path CLAIMS =
            Path.of(System.getProperty("java.io.tmpdir"), "latchkey-ports-" + System.getProperty("user.name"));
    private static final List<FileLock> HELD = new ArrayList<>();

    private FreePorts() {}

    /**
     * One that nothing listens on, and that no other call gives while this JVM lives.
     *
     * @throws IllegalStateException if all are taken
     */
    public static synchronized int any() {
        int count = END - FIRST;
        int start = ThreadLocalRandom.current().nextInt(count);
        for (int step = 0; step < count; step++) {
            int port = FIRST + (start + step) % count;
            if (new PortUse(port, "").isFree() && claim(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + FIRST + " to " + END + " is free");
    }

    private static boolean claim(int port) {
        try {
            Files.createDirectories(CLAIMS);
            FileChannel channel = FileChannel.open(
                    CLAIMS.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return false;
            }
            return HELD.add(lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot claim port " + port + " in " + CLAIMS, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }
}
