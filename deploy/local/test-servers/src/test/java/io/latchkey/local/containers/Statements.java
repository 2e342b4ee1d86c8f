package io.latchkey.local.containers;

import io.latchkey.local.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection of one of the services. */
final class Statements implements AutoCloseable {

    private final Connection connection;

    Statements(LocalPostgres postgres, String password) throws SQLException {
        connection = DriverManager.getConnection(postgres.jdbcUrl("lock_decision"), "lock_decision", password);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
