package io.latchkey.decision.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC for whoever has to wait; values are given in the order of the statement's question marks. A moment is cut to the
 * microseconds that the database keeps, as everywhere here: it would round it.
 */
record Jdbc(DataSource dataSource) {

    /** Statements on one connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Statements of which nothing comes back. */
    interface Step {
        void on(Connection connection) throws SQLException;
    }

    /** Fails with what was to be done, and with the database's own reason. */
    <T> T withConnection(String what, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreUnavailableException("a rebuild at " + what, e);
        }
    }

    /** All of it is kept, or nothing. */
    void inTransaction(String what, Step step) {
        withConnection(what, connection -> {
            connection.setAutoCommit(false);
            step.on(connection);
            connection.commit();
            return what;
        });
    }

    static void execute(Connection connection, String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            set(prepared, values);
            prepared.execute();
        }
    }

    static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        set(statement, values);
        statement.addBatch();
    }

    static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(
                    i + 1,
                    value instanceof Instant moment ? Timestamp.from(moment.truncatedTo(ChronoUnit.MICROS)) : value);
        }
    }
}
