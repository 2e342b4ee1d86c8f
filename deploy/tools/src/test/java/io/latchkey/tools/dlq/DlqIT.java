package io.latchkey.tools.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Topic;
import io.latchkey.local.LocalKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DlqIT {

    @TempDir
    private static Path folder;

    private static LocalKafka kafka;

    private record Said(int status, String out, String err) {}

    @BeforeAll
    static void start() {
        kafka = LocalKafka.start(folder);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aLetterIsListedShownAndReplayedWhereItWasMeantForWithItsOwnKeyAndHeaders() throws Exception {
        String letter = putAside(Topic.INSTALLMENT_EVENTS, "ln_1", "paid", 4);

        assertThat(dlq("list", "--topic", "installment-events").out()).contains(letter, "it was odd", "lock-decision");
        assertThat(dlq("show", letter).out()).contains("ce_id: e-1", "key: ln_1", "value: paid");
        Said replayed = dlq("replay", letter);

        assertThat(replayed.status()).isZero();
        ConsumerRecord<String, String> written = last(Topic.INSTALLMENT_EVENTS, 4);
        assertThat(written.key()).isEqualTo("ln_1");
        assertThat(written.value()).isEqualTo("paid");
        assertThat(written.headers()).extracting(Header::key).containsExactly("ce_id");
        assertThat(replayed.out()).contains("installment-events/4/" + written.offset());
    }

    @Test
    void aSettledLetterIsOutOfTheListAndIsNotReplayedByMistake() throws Exception {
        String letter = putAside(Topic.LOCK_INTENTS, "d1_1", "lock", 2);
        assertThat(dlq("discard", letter, "--reason", "a test wrote it").status())
                .isZero();

        assertThat(dlq("list", "--topic", "lock-intents").out())
                .doesNotContain(letter)
                .contains("0 open, 1 settled");
        assertThat(dlq("list", "--topic", "lock-intents", "--all").out())
                .contains(letter, "discarded: a test wrote it");
        Said again = dlq("replay", letter);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("is settled already", "--again");
        assertThat(dlq("replay", "--again", letter).status()).isZero();
        assertThat(last(Topic.LOCK_INTENTS, 2).value()).isEqualTo("lock");
    }

    @Test
    void aLongListIsToldPageByPage() throws Exception {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            letters.add(putAside(Topic.DEVICE_REPORTS, "d1_2", "report " + i, 1));
        }

        String page = dlq("list", "--topic", "device-reports", "--limit", "2").out();
        String rest = dlq("list", "--topic", "device-reports", "--after", letters.get(1))
                .out();

        assertThat(page).contains(letters.get(0), letters.get(1), "3 more: --after " + letters.get(1));
        assertThat(page.lines()).noneMatch(line -> line.startsWith(letters.get(2)));
        assertThat(rest).contains(letters.get(2), letters.get(4)).doesNotContain(letters.get(0));
    }

    @Test
    void whatATerminalWouldObeyIsShownAsItIsWritten() throws Exception {
        String letter = putAside(Topic.PARTNERS, "p", "\u001b[2Jgone", 0);

        assertThat(dlq("show", letter).out()).contains("\\u001b[2Jgone").doesNotContain("\u001b");
    }

    @Test
    void whatCannotBeIsToldWithWhatCan() {
        assertThat(dlq("show", "partners/0").err()).contains("topic/partition/offset");
        assertThat(dlq("show", "partners/0/999").err()).contains("There is no letter partners/0/999");
        assertThat(dlq("list", "--topic", "payments").err()).contains("there are", "installment-events");
        assertThat(dlq("discard", "partners/0/0").err()).contains("--reason");
        assertThat(run("--kafka", "127.0.0.1:1", "list", "--topic", "partners"))
                .satisfies(said -> assertThat(said.status()).isEqualTo(1))
                .satisfies(said -> assertThat(said.err()).contains("127.0.0.1:1", "deploy/status"));
    }

    private static Said dlq(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--kafka", kafka.bootstrapServers()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = DlqMain.command().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Said(line.execute(arguments), out.toString(), err.toString());
    }

    private static String putAside(Topic topic, String key, String value, int origin) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            ProducerRecord<String, String> letter = new ProducerRecord<>(topic.deadLetterTopicName(), key, value);
            letter.headers()
                    .add("ce_id", "e-1".getBytes(UTF_8))
                    .add("dlq_reason", "it was odd".getBytes(UTF_8))
                    .add("dlq_consumer", "lock-decision".getBytes(UTF_8))
                    .add("dlq_partition", Integer.toString(origin).getBytes(UTF_8))
                    .add("dlq_offset", "7".getBytes(UTF_8));
            RecordMetadata written = producer.send(letter).get();
            return topic.topicName() + "/" + written.partition() + "/" + written.offset();
        }
    }

    private static ConsumerRecord<String, String> last(Topic topic, int partition) {
        TopicPartition where = new TopicPartition(topic.topicName(), partition);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(where));
            long end = consumer.endOffsets(List.of(where)).get(where);
            assertThat(end).as("records in %s", where).isPositive();
            consumer.seek(where, end - 1);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (records.isEmpty()) {
                records.addAll(consumer.poll(Duration.ofMillis(200)).records(where));
            }
            return records.getLast();
        }
    }
}
