package io.latchkey.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.latchkey.local.LocalMqtt;
import io.latchkey.local.pki.Pki;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two handsets, a real broker with mutual TLS, and a gateway's hands: retained tokens out, acknowledgements back. */
class VirtualPhonesIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path servers;

    @TempDir
    Path data;

    private static Pki pki;
    private static LocalMqtt mqtt;

    private GatewayHands gateway;
    private TestHandset one;
    private TestHandset two;
    private VirtualPhones phones;

    @BeforeAll
    static void startBroker() {
        pki = Pki.in(servers.resolve("pki"), "password");
        mqtt = LocalMqtt.start(servers.resolve("mqtt"), pki);
    }

    @AfterAll
    static void stopBroker() {
        mqtt.close();
    }

    @BeforeEach
    void twoHandsets() throws Exception {
        gateway = new GatewayHands(mqtt.url(), pki);
        one = TestHandset.keptIn(data, pki, mqtt.port(), gateway.keySet());
        two = TestHandset.keptIn(data, pki, mqtt.port(), gateway.keySet());
        phones = start();
    }

    @AfterEach
    void stop() throws Exception {
        phones.close();
        gateway.close();
    }

    @Test
    void applyReportAndForgetOnceAcknowledgedAlsoOverARestart() throws Exception {
        gateway.publish(one.token(1, "LOCKED"));
        gateway.publish(two.token(1, "RESTRICTED"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(one.askedAt(phones.port())).contains("\"stage\":\"LOCKED\"");
            assertThat(two.askedAt(phones.port())).contains("\"stage\":\"RESTRICTED\"");
            assertThat(gateway.reportsOf(one)).contains("applied");
        });
        assertThat(gateway.reportsOf(one)).startsWith("hello");

        phones.close();
        phones = start();
        await().atMost(SOON).until(() -> one.askedAt(phones.port()).contains("\"online\":true"));
        assertThat(one.askedAt(phones.port())).contains("\"stage\":\"LOCKED\"", "\"revision\":1");

        gateway.acknowledgeEverything();
        await().atMost(SOON).until(() -> one.askedAt(phones.port()).contains("\"unacknowledged\":0"));
        assertThat(gateway.unreadableReports()).isZero();
    }

    @Test
    void anOlderOrForeignTokenChangesNothingAndTheHandsetLivesOn() throws Exception {
        gateway.publish(one.token(5, "LOCKED"));
        await().atMost(SOON).until(() -> one.askedAt(phones.port()).contains("\"revision\":5"));

        gateway.publish(one.token(4, "CURRENT"));
        gateway.publish(one.deviceId(), "not a token".getBytes(StandardCharsets.UTF_8));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(gateway.reportsOf(one)).contains("stale", "refused"));
        assertThat(one.askedAt(phones.port())).contains("\"revision\":5", "\"stage\":\"LOCKED\"");

        gateway.publish(one.token(6, "CURRENT"));
        await().atMost(SOON).until(() -> one.askedAt(phones.port()).contains("\"stage\":\"CURRENT\""));
    }

    @Test
    void saysThatThePortIsTaken() {
        Settings same = settings(phones.port());

        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(() -> VirtualPhones.start(same))
                .withMessageContaining("is taken");
    }

    private VirtualPhones start() {
        return VirtualPhones.start(settings(0));
    }

    private Settings settings(int port) {
        return new Settings(
                data,
                URI.create("https://127.0.0.1:1"),
                pki.directory().resolve("root.pem"),
                "key",
                port,
                Optional.empty());
    }
}
