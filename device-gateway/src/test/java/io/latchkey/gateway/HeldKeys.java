package io.latchkey.gateway;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps the gateway from looking up enrolled keys, so that a report is on its way for as long as a test likes. */
record HeldKeys(Connection connection) implements AutoCloseable {

    private static final String WANTED =
            "select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))";

    static HeldKeys in(String url, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(url, "device_gateway", password);
        connection.setAutoCommit(false);
        try (Statement locking = connection.createStatement()) {
            locking.execute("lock table enrollments in access exclusive mode");
        }
        return new HeldKeys(connection);
    }

    boolean areWantedBySomebody() throws SQLException {
        try (Statement asking = connection.createStatement();
                ResultSet wanted = asking.executeQuery(WANTED)) {
            wanted.next();
            return wanted.getInt(1) > 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
