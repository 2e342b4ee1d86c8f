package io.latchkey.system.bench.rival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * The plain way to decide payments: one transaction for each event, on eight connections, the payments of a loan always on
 * the same one. It reads the loan under a lock, adds the payment, writes the loan and the two words that follow from it. The
 * words stay where they are: what publishing them costs is not counted against it.
 */
final class PlainEngine {

    private static final int CONNECTIONS = 8;
    private static final int QUEUE = 1_000;
    private static final int INSTALLMENTS = 12;
    private static final double WARM_UP = 0.4;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Settings settings;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong done = new AtomicLong();
    private final List<BlockingQueue<ConsumerRecord<String, byte[]>>> queues = new ArrayList<>();

    PlainEngine(Settings settings) {
        this.settings = settings;
    }

    void run() throws SQLException, IOException, InterruptedException {
        long first = Long.parseLong(settings.get("BENCH_FIRST"));
        long count = Long.parseLong(settings.get("BENCH_COUNT"));
        prepare();
        for (int i = 0; i < CONNECTIONS; i++) {
            BlockingQueue<ConsumerRecord<String, byte[]>> queue = new ArrayBlockingQueue<>(QUEUE);
            queues.add(queue);
            Connection connection = connection();
            Thread.ofPlatform().daemon().start(() -> decideAll(queue, connection));
        }
        Thread.ofPlatform().daemon().start(() -> read(first));
        settings.ready("engine");
        long warmUp = (long) (count * WARM_UP);
        while (done.get() < warmUp) {
            Thread.sleep(1);
        }
        long from = done.get();
        long begin = System.nanoTime();
        while (done.get() < count) {
            Thread.sleep(1);
        }
        double rate = (done.get() - from) * 1e9 / (System.nanoTime() - begin);
        Files.writeString(settings.path("BENCH_WORK").resolve("engine.rate"), Double.toString(rate));
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                settings.get("BENCH_DATABASE"), "postgres", settings.get("LATCHKEY_DB_PASSWORD"));
    }

    private void prepare() throws SQLException {
        try (Connection connection = connection();
                PreparedStatement tables = connection.prepareStatement("""
                        drop table if exists engine_loan; drop table if exists engine_word;
                        create table engine_loan (loan_id text primary key, content text not null) with (fillfactor = 80);
                        create table engine_word (id bigint generated always as identity primary key, topic text not null,
                            key text not null, content text not null)""")) {
            tables.execute();
        }
    }

    /** Passes over what stood in the topic before; the rest goes to the connection of its loan. */
    private void read(long first) {
        try (KafkaConsumer<String, byte[]> consumer = Links.consumer(settings, Replay.TOPIC)) {
            while (true) {
                for (ConsumerRecord<String, byte[]> one : consumer.poll(POLL)) {
                    if (one.timestamp() >= first) {
                        queues.get(Math.floorMod(one.key().hashCode(), CONNECTIONS))
                                .put(one);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void decideAll(BlockingQueue<ConsumerRecord<String, byte[]>> queue, Connection connection) {
        try (connection;
                PreparedStatement read =
                        connection.prepareStatement("select content from engine_loan where loan_id = ? for update");
                PreparedStatement write = connection.prepareStatement("insert into engine_loan (content, loan_id)"
                        + " values (?, ?) on conflict (loan_id) do update set content = excluded.content");
                PreparedStatement say = connection.prepareStatement(
                        "insert into engine_word (topic, key, content) values (?, ?, ?), (?, ?, ?)")) {
            connection.setAutoCommit(false);
            while (true) {
                ConsumerRecord<String, byte[]> record = queue.take();
                read.setString(1, record.key());
                ObjectNode loan = loan(read);
                pay(loan, json.readTree(record.value()));
                String content = json.writeValueAsString(loan);
                write.setString(1, content);
                write.setString(2, record.key());
                write.executeUpdate();
                String[] words = {"decisions", record.key(), content, "intents", record.key(), content};
                for (int i = 0; i < words.length; i++) {
                    say.setString(i + 1, words[i]);
                }
                say.executeUpdate();
                connection.commit();
                done.incrementAndGet();
            }
        } catch (SQLException | IOException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // a rival with fewer connections would be no rival
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode loan(PreparedStatement read) throws SQLException, IOException {
        try (ResultSet row = read.executeQuery()) {
            if (row.next()) {
                return (ObjectNode) json.readTree(row.getString(1));
            }
        }
        ObjectNode loan = json.createObjectNode();
        for (int i = 1; i <= INSTALLMENTS; i++) {
            loan.withArray("installments")
                    .addObject()
                    .put("number", i)
                    .put("amount", Rivals.DEBT)
                    .put("paid", 0);
        }
        return loan;
    }

    private static void pay(ObjectNode loan, JsonNode event) {
        long left = event.path("amount").path("minorUnits").longValue();
        loan.withArray("payments").add(event.path("paymentId"));
        for (JsonNode installment : loan.withArray("installments")) {
            long open = installment.path("amount").longValue()
                    - installment.path("paid").longValue();
            long paid = Math.min(open, left);
            ((ObjectNode) installment).put("paid", installment.path("paid").longValue() + paid);
            left -= paid;
        }
    }
}
