package io.latchkey.system;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the topics keep of one sale. Any hop may publish an event again; it is the same event then, and has its effect
 * once.
 *
 * @param deadLetters how many records had been put aside on the whole stack when the ledger was opened
 */
record Ledger(Topics topics, String loanId, String deviceId, long deadLetters) {

    /** The revision that the gateway noted for a device: a query of its database. */
    static final String CARRIED = "select coalesce(max(revision), 0) from carried_tokens where device_id = '%s'";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Ledger of(Stack stack, Sale sale) {
        return of(stack, sale, sale.look().deviceId());
    }

    static Ledger of(Stack stack, Sale sale, String deviceId) {
        Topics topics = new Topics(stack);
        return new Ledger(topics, sale.loanId(), deviceId, deadLettersIn(topics));
    }

    /**
     * What the handset was told, once each and in this order, and that every word of it was decided once. A loan that is
     * due from its first day begins as {@code CURRENT}; whether its handset still hears that is up to the clock.
     */
    void showsOnce(String... stages) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stagesAfterTheBeginning()).containsExactly(stages));
        List<Long> revisions = upTo(intents().size());
        assertThat(intents()).extracting(intent -> number(intent, "revision")).isEqualTo(revisions);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(decidedRevisions()).isEqualTo(revisions));
        List<ConsumerRecord<String, byte[]>> decisions = once(Topic.LOAN_DECISIONS, loanId);
        assertThat(decisions).extracting(decision -> number(decision, "number")).isEqualTo(upTo(decisions.size()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tokenRevisions()).containsExactlyElementsOf(revisions));
        assertThat(deadLettersIn(topics)).as("records put aside").isEqualTo(deadLetters);
    }

    private List<String> stagesAfterTheBeginning() {
        List<String> told = intents().stream().map(Ledger::stage).toList();
        return told.indexOf("CURRENT") == 0 ? told.subList(1, told.size()) : told;
    }

    List<ConsumerRecord<String, byte[]>> decisions(String type) {
        return once(Topic.LOAN_DECISIONS, loanId).stream()
                .filter(decision -> Topics.header(decision, "ce_type").equals("io.latchkey." + type + ".v1"))
                .toList();
    }

    /** Waits until the handset is meant to be in a stage. */
    ConsumerRecord<String, byte[]> awaitIntentOf(String stage) {
        return topics.await(
                Topic.LOCK_INTENTS.topicName(),
                record -> deviceId.equals(record.key()) && stage(record).equals(stage));
    }

    /** Waits until the handset's intent names just these enrollments, and tells its revision. */
    long awaitIntentNaming(Integer... enrollments) {
        return number(
                topics.await(
                        Topic.LOCK_INTENTS.topicName(),
                        record -> deviceId.equals(record.key())
                                && json(record).path("enrollments").equals(JSON.valueToTree(enrollments))),
                "revision");
    }

    /** Waits until the loan was decided for a reason. */
    void awaitDecisionFor(String reason) {
        topics.await(
                Topic.LOAN_DECISIONS.topicName(),
                record -> loanId.equals(record.key())
                        && json(record).at("/basis/reason").asText().equals(reason));
    }

    /** Waits until the handset's token for a stage is signed. */
    void awaitTokenOf(String stage) {
        token(number(awaitIntentOf(stage), "revision"));
    }

    /** Puts every record about the sale on its topic again, as it stood. */
    void sayEverythingAgain() {
        for (Topic topic : List.of(Topic.INSTALLMENT_EVENTS, Topic.LOAN_DECISIONS)) {
            topics.writeAgain(all(topic, loanId).toList());
        }
        for (Topic topic : List.of(Topic.LOCK_INTENTS, Topic.DEVICE_TOKENS, Topic.DEVICE_REPORTS)) {
            topics.writeAgain(all(topic, deviceId).toList());
        }
    }

    /** The token that signs a revision; waits for it. */
    String token(long revision) {
        return topics.tokenOf(deviceId, revision);
    }

    /** Every signed report, also those that came again, in the order of their topic. */
    List<ConsumerRecord<String, byte[]>> signedReports() {
        return all(Topic.DEVICE_REPORTS, deviceId)
                .filter(report -> json(report).has("signed"))
                .toList();
    }

    /** Waits until all the reports of these types are there, and none is missing between the first and the last. */
    void awaitReports(String... types) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<ConsumerRecord<String, byte[]>> reports = unrepeated(signedReports());
            assertThat(reports).extracting(Ledger::type).containsSubsequence(types);
            assertThat(reports).extracting(Ledger::seq).isEqualTo(upTo(reports.size()));
        });
    }

    static long seq(ConsumerRecord<String, byte[]> report) {
        return json(report).path("signed").path("seq").asLong();
    }

    static String type(ConsumerRecord<String, byte[]> record) {
        return Topics.header(record, "ce_type").replaceAll("^io\\.latchkey\\.|\\.v1$", "");
    }

    /** Everything in a topic that is about a key, as it stands there. */
    Stream<ConsumerRecord<String, byte[]>> all(Topic topic, String key) {
        return topics.everythingIn(topic.topicName()).stream().filter(record -> key.equals(record.key()));
    }

    private List<ConsumerRecord<String, byte[]>> intents() {
        return once(Topic.LOCK_INTENTS, deviceId);
    }

    private List<Long> decidedRevisions() {
        return once(Topic.LOAN_DECISIONS, loanId).stream()
                .map(decision -> json(decision).path("basis").path("revision"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .toList();
    }

    private TreeSet<Long> tokenRevisions() {
        return all(Topic.DEVICE_TOKENS, deviceId)
                .map(token -> number(token, "revision"))
                .collect(toCollection(TreeSet::new));
    }

    /** The same, without what was published again. */
    List<ConsumerRecord<String, byte[]>> once(Topic topic, String key) {
        return unrepeated(all(topic, key).toList());
    }

    private static List<ConsumerRecord<String, byte[]>> unrepeated(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, ConsumerRecord<String, byte[]>> first = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            ConsumerRecord<String, byte[]> said = first.putIfAbsent(Topics.header(record, "ce_id"), record);
            if (said != null) {
                assertThat(unsigned(record)).as("what is said again").isEqualTo(unsigned(said));
            }
        }
        return List.copyOf(first.values());
    }

    /** What is signed again has another signature: that is how this kind of signature works. */
    private static JsonNode unsigned(ConsumerRecord<String, byte[]> record) {
        JsonNode content = json(record);
        if (content.path("signed") instanceof ObjectNode signed) {
            signed.remove("jws");
        }
        return content;
    }

    private static long deadLettersIn(Topics topics) {
        return Topics.all().stream()
                .filter(topic -> topic.endsWith(".dlq"))
                .mapToLong(topics::length)
                .sum();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static String stage(ConsumerRecord<String, byte[]> intent) {
        return json(intent).path("stage").asText();
    }

    private static long number(ConsumerRecord<String, byte[]> record, String field) {
        return json(record).path(field).asLong();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new IllegalStateException("not JSON on " + record.topic(), e);
        }
    }
}
