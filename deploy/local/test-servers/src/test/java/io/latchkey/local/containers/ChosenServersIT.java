package io.latchkey.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.events.Topic;
import io.latchkey.local.LocalKafka;
import io.latchkey.local.LocalMqtt;
import io.latchkey.local.LocalPostgres;
import io.latchkey.local.LocalTopics;
import io.latchkey.local.pki.Credential;
import io.latchkey.local.pki.Pki;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test relies on, whichever servers this machine gives it. */
@Tag("long")
class ChosenServersIT {

    private static final String DEVICE = "d1_0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "latchkey/v1/" + DEVICE + "/token";

    @TempDir
    private Path folder;

    @Test
    void kafkaHasOnlyOurTopicsAndKeepsWhatItAcknowledgedWhenItIsKilled()
            throws ExecutionException, InterruptedException {
        LocalKafka kafka = LocalKafka.start(folder);
        try (Records records = new Records(kafka)) {
            assertThat(records.topics()).hasSize(2 * Topic.values().length);
            records.send("paid");
        }
        kafka.kill();

        try (LocalKafka again = LocalKafka.start(folder, kafka.port(), LocalTopics.all());
                Records records = new Records(again)) {
            assertThat(records.first()).isEqualTo("paid");
        }
    }

    @Test
    void postgresTellsTheTruthAboutDurabilityAndKeepsWhatItCommittedWhenItIsKilled() throws SQLException {
        LocalPostgres postgres = LocalPostgres.start(folder);
        try (Statements sql = new Statements(postgres, postgres.password())) {
            assertThat(sql.ask("show fsync")).isEqualTo("on");
            assertThat(sql.ask("show synchronous_commit")).isEqualTo("on");
            sql.run("create table facts (fact text)");
            sql.run("insert into facts values ('paid')");
        }
        postgres.kill();

        try (LocalPostgres again = LocalPostgres.start(folder, postgres.port());
                Statements sql = new Statements(again, again.password())) {
            assertThat(sql.ask("select fact from facts")).isEqualTo("paid");
        }
    }

    @Test
    void postgresAsksForThePassword() {
        try (LocalPostgres postgres = LocalPostgres.start(folder)) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> new Statements(postgres, "guessed").close());
        }
    }

    @Test
    void theBrokerConfinesAHandsetAndKeepsItsTokenWhenItIsKilled() throws MqttException, InterruptedException {
        Pki pki = Pki.in(folder.resolve("pki"), "for-tests");
        Credential handset = pki.issueHandset(DEVICE + "/1");
        LocalMqtt mqtt = LocalMqtt.start(folder.resolve("mqtt"), pki);
        try (Client gateway = new Client(mqtt, "device-gateway/1", pki.gateway().sslContext(pki.root()));
                Client phone = new Client(mqtt, DEVICE + "/1", handset.sslContext(pki.root()))) {
            gateway.publishRetained(TOKEN, "jws");
            assertThat(phone.subscribe("#")).isEqualTo(Client.NOT_AUTHORIZED);
        }
        assertThatExceptionOfType(MqttException.class)
                .isThrownBy(() -> new Client(mqtt, DEVICE + "/1", Credential.anonymousContext(pki.root())).close());
        mqtt.kill();

        try (LocalMqtt again = LocalMqtt.start(folder.resolve("mqtt"), mqtt.port(), pki);
                Client phone = new Client(again, DEVICE + "/1", handset.sslContext(pki.root()))) {
            phone.subscribe(TOKEN);
            assertThat(phone.next()).isEqualTo("jws");
        }
    }
}
