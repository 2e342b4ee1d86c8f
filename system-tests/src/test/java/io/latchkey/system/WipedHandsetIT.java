package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.HandsetView;
import io.latchkey.system.client.HandsetsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackUnderTest.class)
class WipedHandsetIT {

    private static final int DAYS_UNTIL_LOCKED = 45;

    private final Stack stack;

    WipedHandsetIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aLockedHandsetThatIsWipedEnrollsAgainIsLockedAgainAndFreedByThePayment() {
        Sale sale = Sale.on(stack);
        sale.waitDays(DAYS_UNTIL_LOCKED);
        HandsetView locked = sale.awaitStage("LOCKED");

        new HandsetsClient(stack.faces()).press(sale.borrower().imei(), "wipe");

        HandsetView again = sale.awaitStage("LOCKED");
        assertThat(again.enrollment()).isEqualTo(locked.enrollment() + 1);
        assertThat(again.deviceId()).isEqualTo(locked.deviceId());
        assertThat(again.revision()).isGreaterThan(locked.revision());
        assertThat(again.amountDue()).isEqualTo(Sale.PRICE);
        sale.pay();
        assertThat(sale.awaitStage("RELEASED").restrictions()).isEmpty();
    }
}
