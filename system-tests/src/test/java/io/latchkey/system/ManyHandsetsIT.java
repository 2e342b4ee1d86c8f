package io.latchkey.system;

import io.latchkey.system.StackUnderTest.Stack;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackUnderTest.class)
class ManyHandsetsIT {

    private static final int HANDSETS = 20;
    private static final int DAYS_UNTIL_LOCKED = 45;

    private final Stack stack;

    ManyHandsetsIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void twentyHandsetsOfOneProcessAreLockedAndFreedEachByItsOwnLoan() {
        List<Sale> sales = Stream.generate(() -> Sale.on(stack)).limit(HANDSETS).toList();

        sales.getFirst().waitDays(DAYS_UNTIL_LOCKED);

        sales.forEach(sale -> sale.awaitStage("LOCKED"));
        List<Sale> payers = sales.subList(0, HANDSETS / 2);
        payers.forEach(Sale::pay);
        payers.forEach(sale -> sale.awaitStage("RELEASED"));
        sales.subList(HANDSETS / 2, HANDSETS).forEach(sale -> sale.awaitStage("LOCKED"));
    }
}
