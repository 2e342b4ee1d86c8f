package io.latchkey.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.gateway.app.Rebuild;
import io.latchkey.kit.kafka.EventPublisher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayServers.class)
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TABLES = "enrollment_codes, devices, enrollments, carried_tokens, contests";

    @Inject
    EventPublisher publisher;

    @Inject
    Rebuild rebuild;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "quarkus.http.test-ssl-port")
    int tlsPort;

    private GatewayClient gateway;

    @BeforeEach
    void waitUntilReady() {
        gateway = new GatewayClient(port, tlsPort);
        await().atMost(PATIENCE)
                .until(() -> GatewayClient.status("http://127.0.0.1:" + port + "/q/health/ready") == 200);
    }

    @Test
    void aHandsetIsHeardAndItsTokenKnownAfterTheDatabaseWasLost() throws Exception {
        TestKey key = TestKey.onP256();
        JsonNode welcome = gateway.enrolled("R-1", "354680112233441", key);
        String deviceId = welcome.get("deviceId").textValue();
        SSLContext context = GatewayClient.credential(key, welcome)
                .sslContext(GatewayServers.pki().root());
        new TestTokens(publisher).publish(deviceId, 4, "token-4");
        await().atMost(PATIENCE).until(() -> gateway.selfToken(context).body().equals("token-4"));
        awaitAllAnnounced();

        loseAndRebuild();

        assertThat(gateway.selfToken(context).body()).isEqualTo("token-4");
        try (TestHandset handset = new TestHandset(deviceId, 1, GatewayClient.credential(key, welcome))) {
            handset.report(key.report(TestHandset.claims(1, "applied", 4, "{\"stage\":\"LOCKED\"}")));
            await().atMost(PATIENCE).until(() -> handset.acks.contains("{\"enr\":1,\"seqs\":[1]}"));
        }
    }

    @Test
    void aWipedPhoneIsKnownByItsSecondImeiAndALostAnswerIsGivenAgainWithANewCertificate() throws Exception {
        String imei = "354680112233458";
        String second = "354680112233482";
        JsonNode offer = GatewayClient.json(gateway.offer("R-2", Map.of("imei", imei, "imei2", second)));
        String provisioningKey =
                offer.get("provisioning").get("provisioningKey").textValue();
        gateway.enroll(GatewayClient.request(
                imei, offer.get("enrollmentCode").textValue(), TestKey.onP256().csr()));
        awaitAllAnnounced();

        loseAndRebuild();

        TestKey key = TestKey.onP256();
        JsonNode wiped = GatewayClient.json(gateway.enroll(GatewayClient.renewal(second, provisioningKey, key.csr())));
        assertThat(wiped.get("enrollment").intValue()).isEqualTo(2);
        awaitAllAnnounced();

        loseAndRebuild();

        JsonNode again = GatewayClient.json(gateway.enroll(GatewayClient.renewal(imei, provisioningKey, key.csr())));
        assertThat(again.get("enrollment").intValue()).isEqualTo(2);
        SSLContext context = GatewayClient.credential(key, again)
                .sslContext(GatewayServers.pki().root());
        assertThat(gateway.selfToken(context).statusCode()).isEqualTo(204);
    }

    @Test
    void aContestGoesOnAndADecisionStays() throws Exception {
        String open = contested("R-3", "354680112233466");
        String decided = contested("R-4", "354680112233474");
        assertThat(gateway.settle(decided, 1).statusCode()).isEqualTo(200);
        awaitAllAnnounced();
        String before = state();

        loseAndRebuild();

        assertThat(state()).isEqualTo(before);
        assertThat(GatewayClient.json(gateway.contests()).findValuesAsText("deviceId"))
                .contains(open)
                .doesNotContain(decided);
        assertThat(gateway.settle(open, 2).statusCode()).isEqualTo(200);
    }

    private String contested(String account, String imei) throws Exception {
        TestKey key = TestKey.onP256();
        JsonNode phone = gateway.enrolled(account, imei, key);
        String deviceId = phone.get("deviceId").textValue();
        gateway.enrolled(account, imei, TestKey.onP256());
        try (TestHandset handset = new TestHandset(deviceId, 1, GatewayClient.credential(key, phone))) {
            handset.report(key.report(
                    TestHandset.claims(1, "refused", 0, "{\"reason\":\"wrong-enrollment\",\"received\":1}")));
            await().atMost(PATIENCE).until(() -> handset.acks.contains("{\"enr\":1,\"seqs\":[1]}"));
        }
        return deviceId;
    }

    /** All that is known of devices, enrollments and contests. */
    private String state() throws SQLException {
        return ask("select string_agg(to_jsonb(d)::text, ',' order by device_id) from devices d")
                + ask("select string_agg((to_jsonb(e) - 'certificate')::text, ',' order by device_id, enrollment)"
                        + " from enrollments e")
                + ask("select string_agg(to_jsonb(c)::text, ',' order by device_id, enrollment) from contests c");
    }

    private void awaitAllAnnounced() {
        await().atMost(PATIENCE).until(() -> ask("select (select count(*) from enrollments where not announced)"
                        + " + (select count(*) from contests where not announced)")
                .equals("0"));
    }

    private void loseAndRebuild() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate " + TABLES);
        }
        rebuild.ifNeeded();
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
