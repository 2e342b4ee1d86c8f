package io.latchkey.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.DeviceReport;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.testing.TopicLog;
import io.latchkey.local.pki.Credential;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayServers.class)
class DeviceGatewayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EventPublisher publisher;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

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
    void aHandsetEnrollsHearsItsTokenAndItsReportsAreSafeBeforeTheyAreAcked() throws Exception {
        TestKey key = TestKey.onP256();
        JsonNode welcome = enroll("A-1", "490154203237518", key);
        String deviceId = welcome.get("deviceId").textValue();
        assertThat(welcome.get("keySet").toString()).isEqualTo(GatewayServers.KEY_SET);
        awaitReport(deviceId, DeviceReport.EnrollmentCompleted.class);
        Credential credential = GatewayClient.credential(key, welcome);
        var context = credential.sslContext(GatewayServers.pki().root());
        assertThat(gateway.selfToken(context).statusCode()).isEqualTo(204);

        publishToken(deviceId, 3, "token-3");
        await().atMost(PATIENCE).until(() -> gateway.selfToken(context).body().equals("token-3"));

        try (TestHandset handset = new TestHandset(deviceId, 1, credential)) {
            await().atMost(PATIENCE).until(() -> handset.tokens.contains("token-3"));

            handset.report("not json at all");
            handset.report(TestKey.onP256().report(TestHandset.claims(1, "applied", 3, "{\"stage\":\"LOCKED\"}")));
            handset.report(key.report(TestHandset.claims(1, "applied", 3, "{\"stage\":\"LOCKED\"}")));
            await().atMost(PATIENCE).until(() -> handset.acks.contains("{\"enr\":1,\"seqs\":[1]}"));
            assertThat(awaitReport(deviceId, DeviceReport.TokenApplied.class)
                            .signed()
                            .revision())
                    .isEqualTo(3);

            handset.tokens.clear();
            handset.report(key.report(TestHandset.claims(2, "hello", 2, "{\"stage\":\"CURRENT\",\"keys\":[]}")));
            await().atMost(PATIENCE).until(() -> handset.tokens.contains("token-3"));

            publishToken(deviceId, 2, "token-2");
            handset.tokens.clear();
            handset.report(key.report(TestHandset.claims(3, "refresh", 3, "{}")));
            await().atMost(PATIENCE).until(() -> handset.tokens.contains("token-3"));
            assertThat(handset.tokens).doesNotContain("token-2");
        }
        assertThat(reports(deviceId)).hasSize(4);
    }

    @Test
    void aLostAnswerIsGivenAgainAndAnotherKeyIsRefused() throws Exception {
        TestKey key = TestKey.onP256();
        String code = gateway.code("A-3", "352099001761481");
        Map<String, String> request = GatewayClient.request("352099001761481", code, key.csr());

        JsonNode first = GatewayClient.json(gateway.enroll(request));
        JsonNode again = GatewayClient.json(gateway.enroll(request));
        var other = gateway.enroll(
                GatewayClient.request("352099001761481", code, TestKey.onP256().csr()));

        assertThat(again.get("certificate")).isEqualTo(first.get("certificate"));
        assertThat(again.get("enrollment").intValue()).isEqualTo(1);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        String next = gateway.code("A-3", "352099001761481");
        JsonNode wiped = GatewayClient.json(gateway.enroll(
                GatewayClient.request("352099001761481", next, TestKey.onP256().csr())));
        assertThat(wiped.get("enrollment").intValue()).isEqualTo(2);
        assertThat(wiped.get("deviceId")).isEqualTo(first.get("deviceId"));
    }

    @Test
    void aWipedPhoneEnrollsAgainWithItsPartnersKeyAndNobodyElseDoes() throws Exception {
        String imei = "863597045187235";
        JsonNode offer = GatewayClient.json(gateway.offer("A-5", imei));
        String key = offer.get("provisioning").get("provisioningKey").textValue();
        String code = offer.get("enrollmentCode").textValue();
        String csr = TestKey.onP256().csr();
        assertThat(gateway.enroll(GatewayClient.renewal(imei, key, csr)).statusCode())
                .isEqualTo(422);
        gateway.enroll(GatewayClient.request(imei, code, TestKey.onP256().csr()));

        JsonNode wiped = GatewayClient.json(gateway.enroll(GatewayClient.renewal(imei, key, csr)));
        JsonNode again = GatewayClient.json(gateway.enroll(GatewayClient.renewal(imei, key, csr)));
        var guessed = gateway.enroll(
                GatewayClient.renewal(imei, key + "x", TestKey.onP256().csr()));

        assertThat(wiped.get("enrollment").intValue()).isEqualTo(2);
        assertThat(again.get("certificate")).isEqualTo(wiped.get("certificate"));
        assertThat(guessed.statusCode()).isEqualTo(422);
        assertThat(guessed.body()).contains("/provisioningKey");
        await().atMost(PATIENCE).until(() -> reports(wiped.get("deviceId").textValue()).stream()
                .map(DeviceReport::enrollment)
                .toList()
                .equals(List.of(1, 2)));
        HttpResponse<String> tooOften = await().atMost(PATIENCE)
                .until(
                        () -> gateway.enroll(GatewayClient.renewal(imei, "guess", csr)),
                        answer -> answer.statusCode() == 429);
        assertThat(tooOften.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aPhoneThatTurnsUpAfterAnotherEnrolledInItsPlaceIsContestedUntilSomebodyDecides() throws Exception {
        TestKey key = TestKey.onP256();
        JsonNode phone = enroll("A-6", "357805023984942", key);
        TestKey other = TestKey.onP256();
        var second = GatewayClient.credential(other, enroll("A-6", "357805023984942", other))
                .sslContext(GatewayServers.pki().root());
        String deviceId = phone.get("deviceId").textValue();
        assertThat(gateway.settle(deviceId, 2).statusCode()).isEqualTo(404);

        try (TestHandset handset = new TestHandset(deviceId, 1, GatewayClient.credential(key, phone))) {
            handset.report(key.report(
                    TestHandset.claims(1, "refused", 0, "{\"reason\":\"wrong-enrollment\",\"received\":1}")));
            assertThat(awaitReport(deviceId, DeviceReport.EnrollmentContested.class))
                    .matches(contest -> contest.enrollment() == 2 && contest.rival() == 1);
        }
        assertThat(GatewayClient.json(gateway.contests()).at("/contests/0/enrollments"))
                .hasToString("[2,1]");
        assertThat(gateway.selfToken(second).statusCode()).isEqualTo(204);
        assertThat(gateway.settle(deviceId, 7).body()).contains("/keep", "[2, 1]");
        var settled = gateway.settle(deviceId, 1);
        assertThat(settled.statusCode()).isEqualTo(200);
        assertThat(gateway.settle(deviceId, 1).body()).isEqualTo(settled.body());
        assertThat(gateway.settle(deviceId, 2).statusCode()).isEqualTo(404);

        assertThat(awaitReport(deviceId, DeviceReport.ContestSettled.class).kept())
                .isEqualTo(1);
        assertThat(GatewayClient.json(gateway.contests()).get("contests")).isEmpty();
        assertThat(gateway.selfToken(second).statusCode()).isEqualTo(403);
    }

    @Test
    void aNewCodeRevokesTheOlderAndWrongFieldsAreNamed() throws Exception {
        String imei = "353879234252633";
        String older = gateway.code("A-4", imei);
        gateway.code("A-4", imei);

        assertThat(gateway.enroll(GatewayClient.request(
                                imei, older, TestKey.onP256().csr()))
                        .body())
                .contains("/enrollmentCode", "newer code");
        var wrong = gateway.enroll(Map.of("imei", "1", "csr", "x", "enrollmentCode", "y"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(GatewayClient.json(wrong).get("errors"))
                .extracting(error -> error.get("pointer").textValue())
                .containsExactlyInAnyOrder("/imei", "/csr", "/enrollmentCode");
        assertThat(gateway.offer("A-4", "123").statusCode()).isEqualTo(422);
        assertThat(GatewayClient.status("http://127.0.0.1:" + port + "/openapi.yaml"))
                .isEqualTo(200);
    }

    @Test
    void eachPortHasItsOwnEndpointsAndHandsetsMustShowTheirCertificate() throws Exception {
        var anonymous = Credential.anonymousContext(GatewayServers.pki().root());

        assertThat(gateway.selfToken(anonymous).statusCode()).isEqualTo(401);
        assertThat(gateway.selfToken(GatewayServers.pki()
                                .gateway()
                                .sslContext(GatewayServers.pki().root()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(GatewayClient.status("http://127.0.0.1:" + port + "/v1/devices/self/token"))
                .isEqualTo(404);
        try (HttpClient client = HttpClient.newBuilder().sslContext(anonymous).build()) {
            assertThat(client.send(
                                    HttpRequest.newBuilder(gateway.tlsUri("/q/health/ready"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private JsonNode enroll(String account, String imei, TestKey key) throws Exception {
        return gateway.enrolled(account, imei, key);
    }

    private void publishToken(String deviceId, long revision, String jws) {
        new TestTokens(publisher).publish(deviceId, revision, jws);
    }

    private <T extends DeviceReport> T awaitReport(String deviceId, Class<T> kind) {
        return await().atMost(PATIENCE)
                .until(
                        () -> reports(deviceId).stream()
                                .filter(kind::isInstance)
                                .map(kind::cast)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<DeviceReport> reports(String deviceId) {
        try (TopicLog log = new TopicLog(bootstrapServers, "device-reports")) {
            log.records();
            return log.records().stream()
                    .map(EventCodec::read)
                    .map(Inbound.Fact.class::cast)
                    .map(fact -> (DeviceReport) fact.event())
                    .filter(report -> report.deviceId().value().equals(deviceId))
                    .toList();
        }
    }
}
