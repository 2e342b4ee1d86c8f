package io.latchkey.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.local.pki.Credential;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayServers.class)
@Tag("long")
class BrokerCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EventPublisher publisher;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "quarkus.http.test-ssl-port")
    int tlsPort;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "quarkus.datasource.password")
    String databasePassword;

    @Test
    void aBrokerThatCrashesWithAReportOnItsWayIsWaitedForAndGoesOnCarryingLaterOnes() throws Exception {
        awaitReady();
        TestKey key = TestKey.onP256();
        JsonNode welcome = new GatewayClient(port, tlsPort).enrolled("A-2", "356938035643809", key);
        String deviceId = welcome.get("deviceId").textValue();
        Credential credential = GatewayClient.credential(key, welcome);

        try (HeldKeys keys = HeldKeys.in(jdbcUrl, databasePassword)) {
            try (TestHandset handset = new TestHandset(deviceId, 1, credential)) {
                handset.report(key.report(TestHandset.claims(1, "hello", 0, "{\"stage\":\"CURRENT\",\"keys\":[]}")));
                await().atMost(PATIENCE).until(keys::areWantedBySomebody);
            }
            GatewayServers.restartMqtt();
        }
        new TestTokens(publisher).publish(deviceId, 7, "token-7");

        awaitReady();
        try (TestHandset handset = new TestHandset(deviceId, 1, credential)) {
            await().atMost(PATIENCE).until(() -> handset.tokens.contains("token-7"));
            handset.report(key.report(TestHandset.claims(2, "applied", 7, "{\"stage\":\"CURRENT\"}")));
            await().atMost(PATIENCE).until(() -> handset.acks.contains("{\"enr\":1,\"seqs\":[2]}"));
            handset.report(key.report(TestHandset.claims(3, "refresh", 7, "{}")));
            await().atMost(PATIENCE).until(() -> handset.acks.contains("{\"enr\":1,\"seqs\":[3]}"));
        }
    }

    private void awaitReady() {
        await().atMost(PATIENCE)
                .until(() -> GatewayClient.status("http://127.0.0.1:" + port + "/q/health/ready") == 200);
    }
}
