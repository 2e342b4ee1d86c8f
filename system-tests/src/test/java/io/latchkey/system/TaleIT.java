package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.tale.Deed;
import io.latchkey.system.tale.Staging;
import io.latchkey.system.tale.Tale;
import io.latchkey.system.tale.Tale.Chapter;
import io.latchkey.system.tale.Teller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever breaks while a few dozen loans are bought, paid, disputed and forgotten: every loan, handset and notice stands
 * as the slow model says from what was accepted.
 */
@ExtendWith(StackUnderTest.class)
class TaleIT {

    private static final int LOANS = 40;

    private final Stack stack;
    private final Faults faults;

    TaleIT(Stack stack, Faults faults) {
        this.stack = stack;
        this.faults = faults;
    }

    @Test
    void aFewLoansStandAsTheModelSaysThoughLockDecisionAndKafkaDie() {
        Ordeal.of(stack, 1, LOANS, new Havocs(stack, faults).few()).passes();
    }

    /** Who sees no difference where there is one proves nothing. */
    @Test
    void theOracleNoticesWhatItWasNotToldOf() {
        Instant now = new BusinessClockClient(stack.faces()).now();
        Tale sale = Teller.sale(now, UUID.randomUUID().toString());
        Tale payment = new Tale(
                0,
                sale.buyers(),
                List.of(new Chapter(
                        now, Map.of(0, List.of(Deed.wholePrice(sale.buyers().getFirst()))))));
        try (Staging told = Ordeal.staged(stack, sale);
                Staging another = Ordeal.staged(stack, payment)) {
            told.play(sale.chapters().getFirst());
            assertThat(told.differencesAtRest()).isEmpty();

            another.play(payment.chapters().getFirst());

            await().atMost(Faults.PATIENCE).untilAsserted(() -> assertThat(told.differences())
                    .singleElement()
                    .asString()
                    .contains("the stage decided last: must be", "PaymentReceived"));
        }
    }
}
