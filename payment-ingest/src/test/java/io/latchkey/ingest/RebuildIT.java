package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activation;
import static io.latchkey.ingest.WebhookBodies.amendment;
import static io.latchkey.ingest.WebhookBodies.payment;
import static io.latchkey.ingest.WebhookBodies.request;
import static io.latchkey.ingest.WebhookBodies.watermark;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.ingest.app.Rebuild;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RebuildIT {

    private static final String STATED = "2026-02-01T09:00:00Z";
    private static final String LOAN = "LN-REBUILT";

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @Inject
    Rebuild rebuild;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void whatWasAcceptedIsKnownAgainAfterTheDatabaseWasLost() throws SQLException {
        Map<String, String> sent = Map.of(
                "rb-1", activation(LOAN, 500),
                "rb-2", payment(LOAN, "rb-payment", 400),
                "rb-3", request("lock.requested", LOAN, "rb-request", "stolen"),
                "rb-watermark", watermark("2026-01-01T09:00:00Z"));
        sent.forEach((id, body) -> assertThat(post(id, body).statusCode()).isEqualTo(202));
        assertThat(post("rb-4", amendment(LOAN, STATED, 250)).statusCode()).isEqualTo(202);
        List<String> published = new TopicRecords(bootstrapServers).idsOf("rb-payment");

        loseAndRebuild();

        sent.forEach((id, body) -> assertThat(post(id, body).statusCode()).isEqualTo(200));
        assertThat(post("rb-5", amendment(LOAN, STATED, 250)).statusCode()).isEqualTo(200);
        HttpResponse<String> conflict = post("rb-6", payment(LOAN, "rb-payment", 401));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(JsonPath.from(conflict.body()).getString("detail")).contains("/data/amount");
        assertThat(JsonPath.from(post("rb-7", payment(LOAN, "rb-payment", 400)).body())
                        .getString("eventId"))
                .isEqualTo(published.getFirst());
        assertThat(new TopicRecords(bootstrapServers).idsOf("rb-payment")).isEqualTo(published);
    }

    @Test
    void partnersAndPoliciesAreKeptAndNotAnnouncedAgain() throws SQLException {
        String profiles =
                "select string_agg(partner_id || revision || profile, ',' order by partner_id) from partner_profile";
        String policies =
                "select string_agg(name || version || policy || coalesce(pack, ''), ',' order by name, version)"
                        + " from policy_version where done";
        String before = ask(profiles) + ask(policies);

        loseAndRebuild();

        assertThat(ask(profiles) + ask(policies)).isEqualTo(before);
        assertThat(ask("select count(*) from partner_profile where not done")).isEqualTo("0");
    }

    @Test
    void aDatabaseThatHoldsSomethingIsLeftAlone() throws SQLException {
        assertThat(post("rb-8", payment("LN-LEFT-ALONE", "rb-left", 400)).statusCode())
                .isEqualTo(202);
        execute("delete from webhook");
        execute("delete from accepted_event");

        rebuild.ifNeeded();

        assertThat(ask("select count(*) from accepted_event")).isEqualTo("0");
        loseAndRebuild(); // as others found it
    }

    private void loseAndRebuild() throws SQLException {
        execute("truncate accepted_event, webhook, partner_profile, policy_version");
        rebuild.ifNeeded();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private HttpResponse<String> post(String webhookId, String body) {
        return SignedPost.of(webhookId, body).to(events);
    }
}
