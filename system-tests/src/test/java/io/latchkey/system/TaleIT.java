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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever breaks while a few dozen loans, or a few hundred, are bought, paid, disputed and forgotten: every loan, handset
 * and notice stands as the slow model says from what was accepted. {@code deploy/faults} plays what it is asked for.
 */
class TaleIT {

    private static final int FEW = 40;
    private static final int MANY = Integer.getInteger("latchkey.tale.loans", 200);

    private static Stack stack;
    private static Faults faults;
    private static Havocs havocs;

    @BeforeAll
    static void up() {
        stack = Ordeal.up("stack-tale");
        faults = new Faults(stack);
        havocs = new Havocs(stack, faults);
    }

    @AfterAll
    static void down() {
        stack.close();
    }

    @AfterEach
    void mend() {
        faults.mend();
    }

    @Test
    void aFewLoansStandAsTheModelSaysThoughLockDecisionAndKafkaDie() {
        Ordeal.of(stack, 1, FEW, havocs.few()).passes();
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

    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("tales")
    void manyLoansStandAsTheModelSaysWhateverBreaks(long seed) {
        String wanted = System.getProperty("latchkey.tale.only", "");
        List<Havoc> shuffled = new ArrayList<>(
                havocs.all().stream().filter(one -> one.name().contains(wanted)).toList());
        Collections.shuffle(shuffled, new Random(seed));
        for (int i = 0; i < shuffled.size(); i += Ordeal.MOST) {
            List<Havoc> some = shuffled.subList(i, Math.min(shuffled.size(), i + Ordeal.MOST));
            Ordeal.of(stack, seed + i, MANY, some).passes();
        }
    }

    static Stream<Long> seeds() {
        return Stream.of(System.getProperty("latchkey.tale.seeds", "1,2,3").split(",", -1))
                .map(Long::valueOf);
    }
}
