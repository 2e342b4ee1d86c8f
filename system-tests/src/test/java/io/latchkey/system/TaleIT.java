package io.latchkey.system;

import io.latchkey.system.StackUnderTest.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
