package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activation;
import static io.latchkey.ingest.WebhookBodies.amendment;
import static io.latchkey.ingest.WebhookBodies.payment;
import static io.latchkey.ingest.WebhookBodies.request;
import static io.latchkey.ingest.WebhookBodies.watermark;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.ingest.app.Rebuild;
import io.latchkey.ingest.store.BooksElsewhere;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.TopicArchive;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a rebuild makes of the topics, beside what the running service has. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RebuildIT {

    private static final String LOAN = "LN-REBUILT";

    /** What a repetition is compared with; the second IMEI is told to nobody. */
    private static final String ACCEPTED =
            "select string_agg(concat_ws(' ', event_id, partner_id, fact_key, type, event, event_time, recorded_time,"
                    + " traceparent, content::jsonb - '/data/device/imei2'), ',' order by event_id)"
                    + " from accepted_event where done_at is not null";

    private static final String PROFILES = "select string_agg(concat_ws(' ', partner_id, revision, profile, done), ','"
            + " order by partner_id) from partner_profile";

    private static final String POLICIES = "select string_agg(concat_ws(' ', partner_id, name, version, policy, pack,"
            + " done), ',' order by partner_id, name, version) from policy_version where done";

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @Inject
    DataSource own;

    @Inject
    TopicArchive topics;

    @Inject
    SystemClock clock;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private DataSource elsewhere;

    @BeforeEach
    void makeRoomElsewhere() throws SQLException {
        execute(own, "create schema elsewhere");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setCurrentSchema("elsewhere");
        Flyway.configure()
                .dataSource(source)
                .schemas("elsewhere")
                .locations("db/migration")
                .load()
                .migrate();
        elsewhere = source;
    }

    @AfterEach
    void clear() throws SQLException {
        execute(own, "drop schema elsewhere cascade");
    }

    @Test
    void allThatWasAcceptedAndAnnouncedIsKnownAgain() throws SQLException {
        for (String body : List.of(
                activation(LOAN, 500),
                payment(LOAN, "rb-payment", 400),
                request("lock.requested", LOAN, "rb-request", "stolen"),
                amendment(LOAN, "2026-02-01T09:00:00Z", 250),
                watermark("2026-01-01T09:00:00Z"))) {
            assertThat(SignedPost.of("rb-" + body.hashCode(), body).to(events).statusCode())
                    .isEqualTo(202);
        }

        rebuild();

        for (String question : List.of(ACCEPTED, PROFILES, POLICIES)) {
            assertThat(ask(elsewhere, question)).isEqualTo(ask(own, question));
        }
    }

    @Test
    void aDatabaseThatHoldsSomethingIsLeftAlone() throws SQLException {
        rebuild();
        execute(elsewhere, "delete from accepted_event");

        rebuild();

        assertThat(ask(elsewhere, "select count(*) from accepted_event")).isEqualTo("0");
    }

    private void rebuild() {
        new Rebuild(topics, BooksElsewhere.in(elsewhere), clock).ifNeeded();
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
