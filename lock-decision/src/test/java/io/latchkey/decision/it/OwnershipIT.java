package io.latchkey.decision.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.app.Backlog;
import io.latchkey.decision.app.Claims;
import io.latchkey.decision.app.Loans;
import io.latchkey.decision.app.Ownership;
import io.latchkey.events.LoanDecision.StageEntered;
import io.latchkey.events.LoanDecision.StageKept;
import io.latchkey.events.LockIntent;
import io.latchkey.kit.clock.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalServers.class)
class OwnershipIT {

    private static final Set<Integer> ALL = Set.of(0, 1, 2, 3, 4, 5);

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @Inject
    Claims claims;

    @Inject
    Ownership ownership;

    @Inject
    Loans loans;

    @Inject
    Backlog backlog;

    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Wire wire;
    private Story loan;

    @BeforeEach
    void activateALoan() {
        wire = new Wire(bootstrapServers);
        wire.send(Story.partner());
        wire.completeFeed();
        wire.send(Story.policy(1));
        loan = Story.firstDueOn(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(2));
        activate(loan);
    }

    private int activate(Story story) {
        wire.send(story.activated(1));
        return wire.awaitRecord(StageKept.class, one -> one.loanId().equals(story.loanId()))
                .partition();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aLoanIsNotedWithThePartitionIntoWhichKafkaPutsItsRecords() throws SQLException {
        for (int i = 0; i < 10; i++) {
            Story another = loan.sameHandset();
            another = new Story(
                    another.loanId(), Story.firstDueOn(loan.firstDue()).deviceId(), loan.firstDue());

            int partition = activate(another);

            assertThat(select("select part from loan where loan_id = '" + another.loanId() + "'"))
                    .isEqualTo(Integer.toString(partition));
        }
    }

    @Test
    void anInstanceThatHasNotHeardOfItsSuccessorFindsNoWork() {
        Instant whenDue = clock.now().plus(Duration.ofDays(3));
        assertThat(due(whenDue)).isGreaterThan(0);

        claims.claim(ALL, "a successor");
        int left = due(whenDue);
        claims.claim(ALL, ownership.name());

        assertThat(left).isZero();
    }

    private int due(Instant moment) {
        return loans.due(moment, Instant.now(), 50).await().indefinitely().size();
    }

    @Test
    void aLoanWhoseRowCannotBeReadIsPutOffAndTheOthersAreJudged() throws SQLException {
        Story broken = Story.firstDueOn(loan.firstDue());
        activate(broken);
        execute("update loan set content = '{}' where loan_id = '" + broken.loanId() + "'");

        given().contentType(ContentType.JSON)
                .body("{\"advance\":\"P3D\"}")
                .post("/local/clock")
                .then()
                .statusCode(200);

        wire.await(StageEntered.class, one -> one.loanId().equals(loan.loanId()));
        assertThat(select("select failed_turns > 0 and retry_at > now() from loan where loan_id = '" + broken.loanId()
                        + "'"))
                .isEqualTo("t");
        execute("delete from loan where loan_id = '" + broken.loanId() + "'");
    }

    @Test
    void theBacklogIsWhatTheGroupsBehindUsHaveNotTaken() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            wire.send(loan.enrolled(1));
            wire.await(LockIntent.class, one -> one.deviceId().equals(loan.deviceId()));
            assertThat(records()).isGreaterThan(0);

            for (int partition : ALL) {
                TopicPartition intents = new TopicPartition("lock-intents", partition);
                long end = admin.listOffsets(Map.of(intents, OffsetSpec.latest()))
                        .partitionResult(intents)
                        .get()
                        .offset();
                admin.alterConsumerGroupOffsets("token-issuer", Map.of(intents, new OffsetAndMetadata(end)))
                        .all()
                        .get();
            }

            long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (records() > 0) {
                assertThat(System.nanoTime()).isLessThan(giveUp);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private long records() {
        return backlog.records().await().indefinitely();
    }

    @Test
    void theDatabaseEndsATransactionWhoseProcessIsFrozen() {
        String limit = pool.query("show idle_in_transaction_session_timeout")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);

        assertThat(limit).isEqualTo("15s");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String select(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
