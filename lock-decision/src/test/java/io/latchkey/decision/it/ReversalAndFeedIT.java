package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.LoanDecision.StageKept;
import io.latchkey.events.LockIntent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Stage;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.local.process.Poll;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalServers.class)
class ReversalAndFeedIT {

    @Inject
    BusinessClock clock;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private static final PartnerId OTHER = new PartnerId("other");

    private Wire wire;

    @BeforeEach
    void openTheTopics() {
        wire = new Wire(bootstrapServers);
        wire.send(Story.partner());
        wire.completeFeed();
        wire.send(Story.policy(1));
    }

    @AfterEach
    void closeThem() {
        wire.close();
    }

    @Test
    void moneyThatIsTakenBackIsDueAgainAndADayAfterItsNoticeTheHandsetIsLockedAgain() {
        Story loan = Story.firstDueOn(
                LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(2));
        Told told = new Told(wire, loan);
        wire.send(loan.activated(1));
        wire.send(loan.enrolled(1));
        Told.walk("P48D");
        LockIntent locked = told.intentAt(Stage.LOCKED);
        wire.send(loan.paid("arrears", 200));
        assertThat(told.intent(locked.revision() + 1).stage()).isEqualTo(Stage.CURRENT);

        wire.send(loan.reversed("arrears", clock.now()));

        LockIntent due = told.intent(locked.revision() + 2);
        assertThat(due.stage()).isEqualTo(Stage.CURRENT);
        assertThat(due.reason()).isEqualTo("payment-reversed");
        assertThat(due.notice().amountDue().minorUnits()).isEqualTo(200);
        LockIntent shown = told.intent(locked.revision() + 3);
        assertThat(shown.stage()).isEqualTo(Stage.CURRENT);
        assertThat(shown.notice().ahead().orElseThrow().stage()).isEqualTo(Stage.LOCKED);
        Told.walk("P1D");
        wire.send(loan.applied(shown));
        wire.await(
                StageKept.class, one -> told.mine(one) && one.basis().reason().equals("notice-proved"));
        Told.walk("P2D");
        assertThat(told.intent(locked.revision() + 4).stage()).isEqualTo(Stage.LOCKED);
    }

    @Test
    void aFeedIsCompleteAsFarAsEachPartitionWasToldAndNeverLess() {
        Instant noon = Instant.parse("2027-01-31T12:00:00Z");
        wire.send(new FeedWatermark(OTHER, noon), Optional.of(2));
        wire.send(new FeedWatermark(OTHER, noon.minusSeconds(60)), Optional.of(2));
        wire.send(new FeedWatermark(OTHER, noon.plusSeconds(60)), Optional.of(3));
        wire.send(new FeedWatermark(OTHER, noon.plusSeconds(90)), Optional.of(2));

        Map<Integer, Instant> expected = Map.of(2, noon.plusSeconds(90), 3, noon.plusSeconds(60));
        assertThat(Poll.until(Duration.ofSeconds(30), () -> feeds().equals(expected)))
                .isTrue();
    }

    private Map<Integer, Instant> feeds() {
        Map<Integer, Instant> feeds = new HashMap<>();
        try (Connection connection = database.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select part, complete_through from feed where partner_id = 'other'")) {
            while (rows.next()) {
                feeds.put(rows.getInt(1), rows.getTimestamp(2).toInstant());
            }
            return feeds;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
