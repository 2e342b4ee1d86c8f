package io.latchkey.system.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Whose a connection is: what Linux tells of sockets under {@code /proc}. */
final class Sockets {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int INODE = 9;

    private Sockets() {}

    /** Whether the near end of a connection from one port of this machine to another belongs to a process. */
    static boolean owns(long pid, int from, int to) {
        return TABLES.stream()
                .flatMap(Sockets::rows)
                .filter(row -> port(row[LOCAL]) == from && port(row[REMOTE]) == to)
                .anyMatch(row -> holds(pid, "socket:[" + row[INODE] + "]"));
    }

    private static Stream<String[]> rows(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1).map(line -> line.strip()
                    .split("\\s+", -1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }

    private static int port(String address) {
        return HexFormat.fromHexDigits(address, address.indexOf(':') + 1, address.length());
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> handles = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return handles.anyMatch(handle -> socket.equals(target(handle)));
        } catch (IOException gone) {
            return false;
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
