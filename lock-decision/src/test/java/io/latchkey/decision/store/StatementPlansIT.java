package io.latchkey.decision.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.local.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a batch asks for must cost by the batch, not by the table: with ten million loans a scan would be the end. */
class StatementPlansIT {

    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;

    @BeforeAll
    static void migrate() {
        postgres = LocalPostgres.start(folder.resolve("postgres"));
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("lock_decision"), "lock_decision", postgres.password())
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aBatchIsLookedUpByIndexAlone(String statement) throws SQLException {
        assertThat(plan(statement)).noneMatch(line -> line.contains("Seq Scan"));
    }

    static List<String> statements() {
        return List.of(
                ReactiveTransaction.LOANS,
                ReactiveTransaction.CONSUMED,
                Reads.HANDSETS,
                ReactiveDecisionRecords.AT,
                ReactiveDecisionRecords.BEFORE,
                Feeds.FEEDS,
                Feeds.BRAKES,
                CapPlaces.BLOCKS,
                CapPlaces.HOURS,
                CapPlaces.FLEET,
                NeedyLoans.FIND,
                NeedyLoans.COUNT,
                ReactiveOutbox.OLDEST,
                ReactiveOutbox.OF_OTHERS);
    }

    private static List<String> plan(String statement) throws SQLException {
        String asked = statement
                .replaceAll(":(ids|devices|topics)", "array['a', 'b']")
                .replace(":parts", "array[0, 1]")
                .replace(":id", "'a'")
                .replace(":moment", "now()")
                .replaceAll(":(before|most)", "10")
                .replaceAll(":(me|partner)", "'a'")
                .replaceAll(":(since|systemNow)", "now()")
                .replace(":limit", "50");
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl("lock_decision"), "lock_decision", postgres.password());
                Statement session = connection.createStatement()) {
            session.execute("set enable_seqscan = off");
            List<String> plan = new ArrayList<>();
            try (ResultSet lines = session.executeQuery("explain " + asked)) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            return plan;
        }
    }
}
