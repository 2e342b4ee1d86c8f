package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackUnderTest.class)
class EarlyMoneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DAYS_UNTIL_LOCKED = 45;

    private final Stack stack;

    EarlyMoneyIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aPaymentBeforeItsLoanWaitsAndKeepsTheHandsetFreeFromTheFirstMoment() {
        Handover handover = Handover.of(stack, DAYS_UNTIL_LOCKED);
        handover.enroll();
        Sale sale = handover.payEarly();
        Ledger ledger = Ledger.of(stack, sale);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.decisions("PaymentParked"))
                .hasSize(1));

        handover.activation().send().demand(202);

        sale.awaitStage("RELEASED");
        ledger.showsOnce("RELEASED");
    }
}
