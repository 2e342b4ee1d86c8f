package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.decision.app.Loans;
import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.app.Rebuild;
import io.latchkey.decision.app.Relay;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.Released;
import io.latchkey.events.LockIntent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Stage;
import io.latchkey.events.Topic;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A lost database: what stands on the topics is enough to have it again. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RebuildIT {

    private static final String OUTBOX = "select event_id from outbox";
    private static final String PUT_ASIDE = "select remaining from cap_block";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Topic> TAKEN =
            List.of(Topic.INSTALLMENT_EVENTS, Topic.SUPPORT_REQUESTS, Topic.NOTICE_RECEIPTS, Topic.DEVICE_REPORTS);

    @Inject
    Rebuild rebuild;

    @Inject
    Ownership ownership;

    @Inject
    Relay relay;

    @Inject
    Loans loans;

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @Inject
    KafkaClientService channels;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final PartnerId lender =
            new PartnerId("lender-" + UUID.randomUUID().toString().substring(0, 8));

    private Wire wire;
    private RebuiltFleet fleet;

    @BeforeEach
    void openTheTopics() {
        wire = new Wire(bootstrapServers);
        fleet = new RebuiltFleet(wire, lender, clock);
        fleet.begins();
    }

    @AfterEach
    void closeThem() {
        wire.close();
    }

    @Test
    @Tag("long")
    void afterARebuildNoRowDiffersAndNothingWasPublished() throws SQLException {
        fleet.everythingHappens();
        Map<String, Set<String>> before = whenQuiet();
        int published = wire.all(LoanDecision.class, any -> true).size()
                + wire.all(LockIntent.class, any -> true).size();

        withoutTimers(() -> {
            assertThat(rows(PUT_ASIDE)).isNotEmpty();
            rebuild.run();
            assertThat(rows(OUTBOX)).isEmpty();
            assertThat(rows(PUT_ASIDE)).isEmpty();
        });

        Map<String, Set<String>> after = whenQuiet();
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
        assertThat(wire.all(LoanDecision.class, any -> true).size()
                        + wire.all(LockIntent.class, any -> true).size())
                .isEqualTo(published);
    }

    @Test
    void moneyThatWasDecidedOnAndNeverPublishedFreesAfterARebuild() {
        Story loan = fleet.sold(fleet.today());
        fleet.entered(loan, Stage.REMINDED);
        Told.walk("P31D");
        fleet.entered(loan, Stage.RESTRICTED);
        channels.getConsumer("installment-events").pause().await().indefinitely();
        wire.send(loan.paid("P1", 200));

        withoutTimers(rebuild::run);
        relay.catchUpSoon();

        LockIntent freed = wire.await(
                LockIntent.class,
                intent -> intent.deviceId().equals(loan.deviceId())
                        && intent.stage() == Stage.CURRENT
                        && intent.reason().equals("rebuilt"));
        assertThat(freed.revision()).isGreaterThan(1);
        channels.getConsumer("installment-events").resume().await().indefinitely();
        wire.send(loan.paid("P2", 100));
        wire.await(Released.class, released -> released.loanId().equals(loan.loanId()));
    }

    /** All is read, judged and published; the rows then. */
    private Map<String, Set<String>> whenQuiet() throws SQLException {
        relay.catchUpSoon();
        await().atMost(PATIENCE).until(this::isQuiet);
        return Tables.of(database);
    }

    private boolean isQuiet() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Tables.consumed(connection).equals(wire.ends(TAKEN))
                    && loans.countDue(clock.now(), new SystemClock().now())
                                    .await()
                                    .indefinitely()
                            == 0
                    && Tables.rows(connection, OUTBOX).isEmpty();
        }
    }

    /**
     * Reports are heard again from where the broker was told, which is some seconds late: a service that starts does so,
     * one that goes on reading does not.
     */
    private void withoutTimers(Runnable work) {
        await().atMost(PATIENCE).until(() -> wire.isTold("lock-decision", Topic.DEVICE_REPORTS));
        Set<Integer> ours = ownership.partitions();
        ownership.giveUp(ours);
        try {
            work.run();
        } finally {
            ownership.take(ours);
        }
    }

    private Set<String> rows(String query) {
        try (Connection connection = database.getConnection()) {
            return Tables.rows(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
