package io.latchkey.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(StackUnderTest.class)
@Tag("long")
class PoisonRecordIT {

    private final Stack stack;
    private final Topics topics;

    PoisonRecordIT(Stack stack) {
        this.stack = stack;
        this.topics = new Topics(stack);
    }

    @ParameterizedTest
    @CsvSource({
        "PARTNERS, lock-decision",
        "INSTALLMENT_EVENTS, lock-decision",
        "DEVICE_REPORTS, lock-decision",
        "SUPPORT_REQUESTS, lock-decision",
        "NOTICE_RECEIPTS, lock-decision",
        "BORROWER_NOTICES, notice-sender",
        "LOCK_INTENTS, token-issuer",
        "DEVICE_TOKENS, device-gateway",
        "BORROWER_NOTICES, notice-sender",
        "LOAN_KEYS, notice-sender"
    })
    void poisonOnATopicIsPutAsideWithItsReasonAndTheRestGoesOn(Topic topic, String consumer) {
        Sale sale = Sale.on(stack);
        String key = keyOf(topic, sale);
        String marker = "poison " + UUID.randomUUID();

        topics.write(new ProducerRecord<>(topic.topicName(), key, marker.getBytes(UTF_8)));
        sale.pay();

        sale.awaitStage("RELEASED");
        var letter =
                topics.await(topic.deadLetterTopicName(), record -> new String(record.value(), UTF_8).equals(marker));
        assertThat(letter.key()).isEqualTo(key);
        assertThat(Topics.header(letter, "dlq_reason")).contains("ce_type is missing");
        assertThat(Topics.header(letter, "dlq_consumer")).isEqualTo(consumer);
        assertThat(Topics.header(letter, "dlq_topic")).isEqualTo(topic.topicName());
    }

    /** In the way of the sale's own records, where its topic has any. */
    private static String keyOf(Topic topic, Sale sale) {
        return switch (topic) {
            case PARTNERS -> sale.faces().partnerId();
            case INSTALLMENT_EVENTS, LOAN_DECISIONS, SUPPORT_REQUESTS, BORROWER_NOTICES, NOTICE_RECEIPTS, LOAN_KEYS ->
                sale.loanId();
            case LOCK_INTENTS, DEVICE_TOKENS, DEVICE_REPORTS -> sale.look().deviceId();
            case LOCAL_CLOCK -> throw new IllegalArgumentException("the clock's topic is about no sale");
        };
    }
}
