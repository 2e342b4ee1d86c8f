package io.latchkey.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackUnderTest.class)
class AuditTrailIT {

    private final Stack stack;
    private final Topics topics;

    AuditTrailIT(Stack stack) {
        this.stack = stack;
        this.topics = new Topics(stack);
    }

    @Test
    void theCausesOfAnAppliedTokenLeadBackToTheBanksWebhookInOneTrace() {
        Sale sale = Sale.on(stack);
        sale.pay();
        var released = sale.awaitStage("RELEASED");
        topics.await(
                Topic.DEVICE_REPORTS.topicName(),
                report -> report.key().equals(released.deviceId())
                        && Topics.header(report, "ce_type").endsWith("TokenApplied.v1")
                        && text(report).contains("RELEASED"));
        Map<String, ConsumerRecord<String, byte[]>> byId = new HashMap<>();
        for (Topic topic : List.of(Topic.INSTALLMENT_EVENTS, Topic.LOCK_INTENTS, Topic.DEVICE_TOKENS)) {
            topics.everythingIn(topic.topicName()).forEach(event -> byId.put(Topics.header(event, "ce_id"), event));
        }

        var token = byId.get(released.deviceId() + ":" + released.revision() + ":token");
        var intent = byId.get(Topics.header(token, "ce_causationid"));
        var payment = byId.get(Topics.header(intent, "ce_causationid"));

        assertThat(intent.topic()).isEqualTo("lock-intents");
        assertThat(Topics.header(payment, "ce_type")).isEqualTo("io.latchkey.PaymentReceived.v1");
        assertThat(payment.key()).isEqualTo(sale.loanId());
        assertThat(traceOf(token)).isEqualTo(traceOf(intent)).isEqualTo(traceOf(payment));
    }

    @Test
    void noTopicAndNoLogHasTheAccountNumberOrTheImei() throws IOException {
        Sale sale = Sale.on(stack);
        sale.pay();
        sale.awaitStage("RELEASED");

        for (String topic : Topics.all()) {
            for (ConsumerRecord<String, byte[]> record : topics.everythingIn(topic)) {
                assertThat(record.key() + text(record) + record.headers())
                        .as(topic)
                        .doesNotContain(
                                sale.borrower().accountNumber(), sale.borrower().imei());
            }
        }
        try (Stream<Path> logs = Files.list(stack.data().resolve("logs"))) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log))
                        .as(log.getFileName().toString())
                        .doesNotContain(
                                sale.borrower().accountNumber(), sale.borrower().imei());
            }
        }
    }

    private static String traceOf(ConsumerRecord<String, byte[]> record) {
        return Topics.header(record, "traceparent").split("-", -1)[1];
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? "" : new String(record.value(), UTF_8);
    }
}
