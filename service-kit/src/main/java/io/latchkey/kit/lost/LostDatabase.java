package io.latchkey.kit.lost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that may have to be filled again before anything else happens, by plain JDBC. All of it is filled in one
 * transaction, or nothing; of several instances one does it, and the others wait.
 *
 * @param dataSource the database
 * @param anyRow a query that gives a row if there is something in it
 */
public record LostDatabase(DataSource dataSource, String anyRow) {

    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('rebuild', 0))";

    /** What fills it, by statements on one connection. */
    @FunctionalInterface
    public interface Filling {

        /**
         * Fills it.
         *
         * @param connection in a transaction
         * @throws SQLException if the database refuses
         */
        void on(Connection connection) throws SQLException;
    }

    /**
     * Fills the database if it is empty.
     *
     * @param filling fills it
     * @return whether it was empty
     */
    public boolean fillIfEmpty(Filling filling) {
        try (Connection connection = dataSource.getConnection()) {
            if (!isEmpty(connection)) {
                return false;
            }
            connection.setAutoCommit(false);
            try {
                return fillAlone(connection, filling);
            } finally {
                connection.rollback(); // whatever is not committed by now failed
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be built again", e);
        }
    }

    private boolean fillAlone(Connection connection, Filling filling) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ALONE);
        }
        if (!isEmpty(connection)) {
            return false;
        }
        filling.on(connection);
        connection.commit();
        return true;
    }

    private boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(anyRow)) {
            return !row.next();
        }
    }

    /**
     * Adds one set of values to a statement that is executed for many.
     *
     * @param statement the statement
     * @param values in the order of its question marks
     * @throws SQLException if they do not fit
     */
    public static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant moment ? Timestamp.from(moment) : values[i]);
        }
        statement.addBatch();
    }
}
