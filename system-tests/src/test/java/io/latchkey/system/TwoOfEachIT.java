package io.latchkey.system;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.RunningStack;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two instances of each service, on a stack of its own. One freezes, so that what it has taken is in its hands, and then
 * dies: the other one takes over.
 */
@Tag("long")
class TwoOfEachIT {

    /** The two share the partitions: of so many sales some are in either's hands. */
    private static final int SALES = 5;

    private static final int SECOND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Stack stack;
    private static Faults faults;

    @BeforeAll
    static void up() {
        stack = Stack.up("stack-two", "--instances", "2");
        faults = new Faults(stack);
    }

    @AfterAll
    static void down() {
        stack.close();
    }

    @AfterEach
    void mend() {
        faults.mend();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK_DECISION", "TOKEN_ISSUER", "DEVICE_GATEWAY"})
    void whatOneDidNotLiveToDoTheOtherDoesAndNothingIsDoubled(Part victim) {
        List<Sale> sales = Stream.generate(() -> Sale.on(stack)).limit(SALES).toList();
        List<Ledger> ledgers =
                sales.stream().map(sale -> Ledger.of(stack, sale)).toList();
        List<Delivery> payments = sales.stream().map(Sale::payment).toList();

        faults.freeze(victim);
        payments.forEach(payment -> payment.send().demand(202));
        faults.kill(victim);

        sales.forEach(sale -> sale.awaitStage("RELEASED", PATIENCE));
        ledgers.forEach(ledger -> ledger.showsOnce("REMINDED", "RELEASED"));
    }

    @Test
    void aPaymentThatOnePaymentIngestDidNotLiveToTakeGoesToTheOther() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        faults.kill(Part.PAYMENT_INGEST);
        new Sale(throughTheSecond(sale.faces()), sale.borrower(), sale.loanId()).pay();

        sale.awaitStage("RELEASED", PATIENCE);
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    private static RunningStack throughTheSecond(RunningStack faces) {
        return new RunningStack(
                URI.create("http://127.0.0.1:" + (stack.port("INGEST") + SECOND)),
                faces.decision(),
                faces.gateway(),
                faces.handsets(),
                faces.mail(),
                faces.operatorToken(),
                faces.partnerId(),
                faces.webhookSecret());
    }
}
