package io.latchkey.system.bench.rival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Adds payments up and says what is still due. The floor: one statement and one commit a poll batch, sends in flight
 * together. The plain way: read, change, commit, a blocking send, for each event.
 */
final class Decide {

    private static final String UPSERT = """
            insert into %1$s as known (device_id, paid, revision)
            select * from unnest(?::text[], ?::bigint[], ?::bigint[])
            on conflict (device_id) do update
                set paid = known.paid + excluded.paid, revision = known.revision + excluded.revision
            returning device_id, paid, revision""";

    private final Settings settings;
    private final Connection database;
    private final KafkaProducer<String, byte[]> producer;
    private final ObjectMapper json = new ObjectMapper();
    private final PreparedStatement upsert;
    private final PreparedStatement read;
    private final PreparedStatement write;

    Decide(Settings settings) throws SQLException {
        this.settings = settings;
        this.database = DriverManager.getConnection(
                settings.get("BENCH_DATABASE"), "postgres", settings.get("LATCHKEY_DB_PASSWORD"));
        this.producer = Links.producer(settings);
        String table = "bench_" + settings.get("BENCH_MODE");
        try (PreparedStatement make = database.prepareStatement("create table if not exists " + table
                + " (device_id text primary key, paid bigint not null, revision bigint not null)")) {
            make.execute();
        }
        upsert = database.prepareStatement(UPSERT.formatted(table));
        read = database.prepareStatement("select paid, revision from " + table + " where device_id = ? for update");
        write = database.prepareStatement("insert into " + table + " (paid, revision, device_id) values (?, ?, ?)"
                + " on conflict (device_id) do update set paid = excluded.paid, revision = excluded.revision");
    }

    void run() throws SQLException {
        var consumer = Links.consumer(settings, settings.topic("payments"));
        settings.ready("decide");
        if (settings.isFloor()) {
            Loops.byBatch(consumer, this::decideAll);
        } else {
            database.setAutoCommit(false);
            Loops.byEvent(consumer, this::decideOne);
        }
    }

    private List<CompletableFuture<Void>> decideAll(ConsumerRecords<String, byte[]> records) {
        Map<String, Long> paid = new TreeMap<>();
        Map<String, Long> count = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> one : records) {
            paid.merge(one.key(), amount(one), Long::sum);
            count.merge(one.key(), 1L, Long::sum);
        }
        try {
            Array devices = database.createArrayOf("text", paid.keySet().toArray());
            upsert.setArray(1, devices);
            upsert.setArray(2, database.createArrayOf("bigint", paid.values().toArray()));
            upsert.setArray(3, database.createArrayOf("bigint", count.values().toArray()));
            List<CompletableFuture<Void>> sends = new ArrayList<>();
            try (ResultSet rows = upsert.executeQuery()) {
                while (rows.next()) {
                    sends.add(send(rows.getString(1), rows.getLong(2), rows.getLong(3)));
                }
            }
            return sends;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep a batch", e);
        }
    }

    private void decideOne(ConsumerRecord<String, byte[]> record) {
        try {
            long paid = amount(record);
            long revision = 1;
            read.setString(1, record.key());
            try (ResultSet row = read.executeQuery()) {
                if (row.next()) {
                    paid += row.getLong(1);
                    revision += row.getLong(2);
                }
            }
            write.setLong(1, paid);
            write.setLong(2, revision);
            write.setString(3, record.key());
            write.executeUpdate();
            database.commit();
            send(record.key(), paid, revision).join();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep a payment", e);
        }
    }

    private CompletableFuture<Void> send(String deviceId, long paid, long revision) {
        ObjectNode intent = json.createObjectNode()
                .put("deviceId", deviceId)
                .put("revision", revision)
                .put("amountDue", Rivals.DEBT - paid);
        return Loops.send(
                producer,
                settings.topic("intents"),
                deviceId,
                intent.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private long amount(ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode data = json.readTree(record.value()).path("data");
            return data.path("amount").longValue();
        } catch (IOException e) {
            throw new UncheckedIOException("a payment cannot be read", e);
        }
    }
}
