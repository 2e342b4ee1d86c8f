package io.latchkey.local.server;

import io.latchkey.local.process.Member;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The databases, made when the server first answers; it is ready when all are there.
 *
 * @param names lower case letters and underscores only
 */
record Databases(int port, String password, List<String> names) implements Member.Readiness {

    static final String ADMINISTRATOR = "postgres";

    Databases {
        for (String name : names) {
            if (!name.matches("[a-z][a-z_]{0,40}")) {
                throw new IllegalArgumentException("a database is named by a-z and _ but was '" + name + "'");
            }
        }
    }

    @Override
    public boolean isReady(long pid) {
        try (Connection connection = connection()) {
            for (String name : names) {
                make(name, connection);
            }
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connection() throws SQLException {
        return connection("postgres");
    }

    private Connection connection(String database) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=2";
        return DriverManager.getConnection(url, ADMINISTRATOR, password);
    }

    /** Each as it was when it was made, but for schemas of their own: there lies what no topic has. */
    void empty() {
        for (String name : names) {
            try (Connection connection = connection(name);
                    Statement statement = connection.createStatement()) {
                statement.execute("drop schema public cascade");
                statement.execute("create schema public authorization " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot empty the database " + name, e);
            }
        }
    }

    private void make(String name, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists("select from pg_roles where rolname = ?", name, connection)) {
                statement.execute("create role " + name + " login password '" + password.replace("'", "''") + "'");
            }
            if (!exists("select from pg_database where datname = ?", name, connection)) {
                statement.execute("create database " + name + " owner " + name);
            }
        }
    }

    private static boolean exists(String query, String name, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public String toString() {
        return "Databases" + names;
    }
}
