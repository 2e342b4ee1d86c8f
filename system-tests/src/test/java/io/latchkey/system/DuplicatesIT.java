package io.latchkey.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.Answer;
import io.latchkey.system.client.HandsetView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything comes at least twice on the way from the bank to the handset, and has its effect once. */
@ExtendWith(StackUnderTest.class)
class DuplicatesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stack stack;

    DuplicatesIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    @Tag("long")
    void everythingTwiceHasOneEffect() throws Exception {
        Handover handover = Handover.of(stack, 0);
        Delivery activation = handover.activation();
        String loanId = activation.send().demand(202).body().path("loanId").asText();
        assertDuplicate(activation);
        assertDuplicate(activation.underAnotherId());
        handover.enroll();
        Sale sale = new Sale(handover.faces(), handover.borrower(), loanId);
        Ledger ledger = Ledger.of(stack, sale);
        sale.awaitStage("REMINDED");

        Delivery payment = sale.payment();
        Delivery fromAnotherSystem = payment.underAnotherId();
        List<CompletableFuture<Answer>> atOnce = Stream.of(payment, payment, fromAnotherSystem, fromAnotherSystem)
                .map(Delivery::sendAside)
                .toList();
        assertThat(atOnce)
                .allSatisfy(answer -> assertThat(answer.join().status()).isIn(200, 202));
        assertDuplicate(payment);
        assertDuplicate(fromAnotherSystem);
        sale.awaitStage("RELEASED");
        ledger.awaitReports("HandsetSeen", "TokenApplied", "TokenApplied");

        HandsetView free = sale.look();
        ledger.sayEverythingAgain();
        publishTwice(ledger.token(free.revision()), free.deviceId());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger.decisions("LoanRefused")).hasSize(1));
        sale.press("refresh");
        ledger.awaitReports("TokenApplied", "TokenApplied", "TokenApplied", "RefreshRequested");
        assertThat(sale.look()).isEqualTo(free);
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void anEnrollmentWhoseAnswerGotLostIsTheSameTheSecondTime() throws Exception {
        Handover handover = Handover.of(stack, 0);
        Sale sale = handover.activate();
        String code = handover.enrollmentCode();
        RawHandset handset = RawHandset.of(stack);

        JsonNode first = handset.enroll(sale.borrower().imei(), code);
        JsonNode again = handset.enroll(sale.borrower().imei(), code);

        assertThat(again.path("certificate")).isEqualTo(first.path("certificate"));
        Ledger ledger = Ledger.of(stack, sale, first.path("deviceId").asText());
        ledger.showsOnce("REMINDED");
        assertThat(ledger.once(Topic.DEVICE_REPORTS, ledger.deviceId()))
                .extracting(Ledger::type)
                .containsExactly("EnrollmentCompleted");
    }

    private void publishTwice(String token, String deviceId) throws Exception {
        try (StolenGateway gateway = StolenGateway.of(stack)) {
            gateway.publishRetained(deviceId, token.getBytes(US_ASCII));
            gateway.publishRetained(deviceId, token.getBytes(US_ASCII));
        }
    }

    private static void assertDuplicate(Delivery delivery) {
        Answer answer = delivery.send().demand(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("duplicate");
    }
}
