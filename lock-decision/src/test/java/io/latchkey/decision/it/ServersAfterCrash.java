package io.latchkey.decision.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.ClockMoved;
import io.latchkey.events.EventJson;
import io.latchkey.events.EventTypes;
import io.latchkey.events.LoanDecision.LoanRefused;
import io.latchkey.events.LoanId;
import io.latchkey.local.LocalKafka;
import io.latchkey.local.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;

/** What a service leaves that dies between its commit and the publication, on a stack whose clock was moved. */
public class ServersAfterCrash extends LocalServers {

    static final LoanId LOAN = new LoanId("ln_" + "c".repeat(32));
    static final List<Long> NUMBERS = List.of(1L, 2L, 3L);
    static final Duration OFFSET = Duration.ofDays(40);

    @Override
    void beforeTheService(LocalKafka broker, LocalPostgres database) {
        moveTheClock(broker);
        String url = database.jdbcUrl("lock_decision");
        Flyway.configure()
                .dataSource(url, "lock_decision", database.password())
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, "lock_decision", database.password());
                PreparedStatement insert = connection.prepareStatement(
                        "insert into outbox (event_id, type, content, time, recorded, traceparent)"
                                + " values (?, ?, ?, ?, ?, ?)")) {
            for (long number : NUMBERS) {
                fill(insert, new LoanRefused(LOAN, Story.SANDBOX, number, Instant.EPOCH, "already-active"));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void moveTheClock(LocalKafka broker) {
        ClockMoved moved = new ClockMoved(OFFSET);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(moved.topic().topicName(), moved.key(), EventJson.write(moved)))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(PreparedStatement insert, LoanRefused event) throws SQLException {
        insert.setString(1, event.loanId() + ":" + event.number());
        insert.setString(2, EventTypes.nameOf(event.getClass()));
        insert.setString(3, new String(EventJson.write(event), UTF_8));
        insert.setObject(4, OffsetDateTime.now(ZoneOffset.UTC));
        insert.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
        insert.setString(6, "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01");
    }
}
