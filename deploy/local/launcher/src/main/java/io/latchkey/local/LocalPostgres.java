package io.latchkey.local;

import io.latchkey.local.process.FreePorts;
import io.latchkey.local.process.RunningServer;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL for a test, as durable as the local stack's. */
public final class LocalPostgres implements AutoCloseable {

    /** The databases of the services; each has a user of the same name. */
    public static final List<String> DATABASES =
            List.of("payment_ingest", "lock_decision", "device_gateway", "notice_sender");

    private static final String PASSWORD = "for-tests";

    private final RunningServer server;
    private final int port;

    private LocalPostgres(RunningServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on a free port with the databases of the services. */
    public static LocalPostgres start(Path folder) {
        return start(folder, FreePorts.any());
    }

    /** Starts on a given port; the same folder again goes on with its data. */
    public static LocalPostgres start(Path folder, int port) {
        return new LocalPostgres(ServerHost.chosen().postgres(folder, port, PASSWORD, DATABASES), port);
    }

    /** For JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    /** For the reactive client. */
    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of every user. */
    public String password() {
        return PASSWORD;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The operating system's number of the server. */
    public long pid() {
        return server.pid();
    }

    /** Ends it as a crash would. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
