package io.latchkey.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackUnderTest.class)
class PoisonRecordIT {

    private final Stack stack;
    private final Topics topics;

    PoisonRecordIT(Stack stack) {
        this.stack = stack;
        this.topics = new Topics(stack);
    }

    @Test
    void poisonAmongInstallmentEventsIsPutAsideWithItsReasonAndTheRestGoesOn() {
        Sale sale = Sale.on(stack);
        String marker = "poison " + UUID.randomUUID();

        topics.write(new ProducerRecord<>(Topic.INSTALLMENT_EVENTS.topicName(), sale.loanId(), marker.getBytes(UTF_8)));
        sale.pay();

        sale.awaitStage("RELEASED");
        var letter =
                topics.await(Topic.INSTALLMENT_EVENTS.deadLetterTopicName(), record -> new String(record.value(), UTF_8)
                        .equals(marker));
        assertThat(letter.key()).isEqualTo(sale.loanId());
        assertThat(Topics.header(letter, "dlq_reason")).contains("ce_type is missing");
        assertThat(Topics.header(letter, "dlq_consumer")).isEqualTo("lock-decision");
        assertThat(Topics.header(letter, "dlq_topic")).isEqualTo("installment-events");
    }
}
