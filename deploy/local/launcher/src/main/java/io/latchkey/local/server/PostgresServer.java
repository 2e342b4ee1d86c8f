package io.latchkey.local.server;

import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How PostgreSQL is run: durable, on the loopback address, one database and user for each service that wants one. */
public final class PostgresServer {

    private static final List<String> ADDRESSES = List.of("listen_addresses=127.0.0.1", "unix_socket_directories=");

    /** How it behaves, wherever it runs: {@code name=value}. */
    public static final List<String> SETTINGS = List.of(
            // An answered payment must survive a crash.
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=64MB",
            "max_connections=100",
            "wal_level=minimal",
            "max_wal_senders=0",
            "io_method=sync",
            "max_worker_processes=2",
            "max_parallel_workers=0",
            "jit=off");

    private PostgresServer() {}

    /**
     * Describes the server.
     *
     * @param programs where its programs are unpacked
     * @param folder its data
     * @param password of the administrator and of every user
     * @param databases each is made with a user of the same name that owns it
     */
    public static Member member(Path programs, Path folder, PortUse port, String password, List<String> databases) {
        Path binaries = PostgresBinaries.folder(programs);
        PostgresData data = new PostgresData(binaries, folder, password);
        return new Member(
                "postgres",
                command(binaries, data.folder(), port.number()),
                Map.of(),
                List.of(port),
                List.of(),
                data::prepare,
                ready(port.number(), password, databases),
                "INT");
    }

    /** Ready when each of the databases is there; makes those that are missing. */
    public static Member.Readiness ready(int port, String password, List<String> databases) {
        return new Databases(port, password, List.copyOf(databases));
    }

    /**
     * Empties a database, whoever uses it: what a service has in a schema of its own stays, for no topic has it.
     *
     * @throws IllegalStateException if the server refuses
     */
    public static void empty(int port, String password, String database) {
        new Databases(port, password, List.of(database)).empty();
    }

    private static List<String> command(Path binaries, Path data, int port) {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", "" + port));
        Stream.of(ADDRESSES, SETTINGS)
                .flatMap(List::stream)
                .flatMap(setting -> Stream.of("-c", setting))
                .forEach(command::add);
        return command;
    }
}
