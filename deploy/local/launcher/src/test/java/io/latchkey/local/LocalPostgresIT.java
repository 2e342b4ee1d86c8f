package io.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.local.process.Uncollected;
import io.latchkey.local.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class LocalPostgresIT {

    @TempDir
    private Path folder;

    @Test
    void tellsTheTruthAboutDurability() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(folder)) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws SQLException {
        int port;
        try (LocalPostgres postgres = LocalPostgres.start(folder)) {
            port = postgres.port();
            ask(postgres, "create table facts (fact text)", "insert into facts values ('paid')");
            postgres.kill();
        }

        try (LocalPostgres again = LocalPostgres.start(folder, port)) {
            assertThat(ask(again, "select fact from facts")).isEqualTo("paid");
        }
    }

    @Test
    void startsAgainAlthoughNobodyHasCollectedTheKilledServerYet() throws IOException, SQLException {
        int port;
        try (LocalPostgres postgres = LocalPostgres.start(folder)) {
            port = postgres.port();
            ask(postgres, "create table facts (fact text)", "insert into facts values ('paid')");
            postgres.kill();
        }
        try (Uncollected server = new Uncollected()) {
            server.kill();
            nameInLock(server.process().pid());

            try (LocalPostgres again = LocalPostgres.start(folder, port)) {
                assertThat(ask(again, "select fact from facts")).isEqualTo("paid");
            }
        }
    }

    private void nameInLock(long pid) throws IOException {
        Path lock = folder.resolve("data/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(lock));
        lines.set(0, Long.toString(pid));
        Files.write(lock, lines);
    }

    @Test
    void hasADatabaseForEachServiceThatWantsOne() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(folder)) {
            for (String database : LocalPostgres.DATABASES) {
                try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(database), database, postgres.password())) {
                    assertThat(connection.getCatalog()).isEqualTo(database);
                }
            }
        }
    }

    @Test
    void emptiesADatabaseButForWhatNoTopicHas() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(folder)) {
            ask(postgres, "create table facts (fact text)");
            ask(postgres, "create schema vault", "create table vault.kept as select 'sealed' as key");

            PostgresServer.empty(postgres.port(), postgres.password(), "lock_decision");

            assertThat(ask(postgres, "select to_regclass('facts') is null")).isEqualTo("t");
            assertThat(ask(postgres, "select key from vault.kept")).isEqualTo("sealed");
            assertThat(ask(postgres, "create table facts (fact text)")).isEmpty();
        }
    }

    /** Runs the statements; the answer is the first column of the last one, if it has any. */
    private static String ask(LocalPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl("lock_decision"), "lock_decision", postgres.password());
                Statement statement = connection.createStatement()) {
            boolean rows = false;
            for (String sql : statements) {
                rows = statement.execute(sql);
            }
            return rows ? first(statement.getResultSet()) : "";
        }
    }

    private static String first(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getString(1);
    }
}
