package io.latchkey.system;

import io.latchkey.system.StackUnderTest.Stack;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("long")
@ExtendWith(StackUnderTest.class)
class ManyHandsetsIT {

    private static final int HANDSETS = 20;
    private static final int SHOPS = 5;
    private static final int DAYS_UNTIL_LOCKED = 45;

    private final Stack stack;

    ManyHandsetsIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void twentyHandsetsOfOneProcessAreLockedAndFreedEachByItsOwnLoan() throws InterruptedException {
        List<Sale> sales = sellAll();

        sales.getFirst().waitDays(DAYS_UNTIL_LOCKED);

        sales.forEach(sale -> sale.awaitStage("LOCKED"));
        List<Sale> payers = sales.subList(0, HANDSETS / 2);
        payers.forEach(Sale::pay);
        payers.forEach(sale -> sale.awaitStage("RELEASED"));
        sales.subList(HANDSETS / 2, HANDSETS).forEach(sale -> sale.awaitStage("LOCKED"));
    }

    private List<Sale> sellAll() throws InterruptedException {
        Callable<Sale> sell = () -> Sale.on(stack);
        try (ExecutorService shops = Executors.newFixedThreadPool(SHOPS)) {
            return shops.invokeAll(Collections.nCopies(HANDSETS, sell)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
