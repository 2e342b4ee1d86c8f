package io.latchkey.system;

import static org.awaitility.Awaitility.await;

import io.latchkey.system.StackUnderTest.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A look into the database of one service, and a hand on its tables: a service that is about to write there waits, at a
 * place in its work that no timing could hit.
 */
record ServiceDatabase(String url, String name, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static ServiceDatabase of(Stack stack, Part service) {
        String name = service.processName().replace('-', '_');
        String url = "jdbc:postgresql://127.0.0.1:" + stack.port("POSTGRES") + "/" + name;
        return new ServiceDatabase(url, name, stack.secret("LATCHKEY_DB_PASSWORD"));
    }

    /** The one number that a query gives. */
    long number(String query) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            return number(statement, query);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask " + name, e);
        }
    }

    void awaitNumber(String query, long expected) {
        await(query).atMost(PATIENCE).until(() -> number(query) == expected);
    }

    /** Lets nobody write to a table, for as long as it is held; reading goes on. */
    Hold hold(String table) {
        return Hold.by(this, "lock table " + table + " in share mode");
    }

    /** Lets nobody read a table either. */
    Hold holdAlsoFromReaders(String table) {
        return Hold.by(this, "lock table " + table + " in access exclusive mode");
    }

    /** Lets nobody change the rows that a query finds; others may come. */
    Hold holdRows(String query) {
        return Hold.by(this, query + " for update");
    }

    /** Lets everybody in, or throws everybody out and lets nobody in. */
    void takesConnections(boolean takes) {
        String server = url.substring(0, url.lastIndexOf('/') + 1) + "postgres";
        try (Connection administrator = DriverManager.getConnection(server, "postgres", password);
                Statement statement = administrator.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + takes);
            if (!takes) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open or close " + name, e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, name, password);
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A transaction that does nothing but hold its locks. */
    record Hold(ServiceDatabase database, Connection connection, long holder) implements AutoCloseable {

        private static Hold by(ServiceDatabase database, String statement) {
            try {
                Connection connection = database.open();
                connection.setAutoCommit(false);
                try (Statement locking = connection.createStatement()) {
                    long holder = number(locking, "select pg_backend_pid()");
                    locking.execute(statement);
                    return new Hold(database, connection, holder);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("cannot hold " + statement, e);
            }
        }

        /** Returns when somebody's work has come to the place and waits there. */
        void awaitSomebody() {
            String waiting = "select count(*) from pg_stat_activity where %d = any(pg_blocking_pids(pid))";
            await("somebody waits for " + database.name())
                    .atMost(PATIENCE)
                    .until(() -> database.number(waiting.formatted(holder)) > 0);
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("cannot let go", e);
            }
        }
    }
}
