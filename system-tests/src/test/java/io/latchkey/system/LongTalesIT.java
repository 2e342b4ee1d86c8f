package io.latchkey.system;

import static java.util.stream.Collectors.joining;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link TaleIT} with hundreds of loans, and all that can break; {@code deploy/faults} says how much of it. */
@Tag("tales")
class LongTalesIT {

    private static final int LOANS = Integer.getInteger("latchkey.tale.loans", 200);
    private static final String WANTED = System.getProperty("latchkey.tale.only", "");

    private static Network network;
    private static Stack stack;
    private static Faults faults;

    @BeforeAll
    static void up() {
        network = Network.laid();
        stack = Stack.up("stack-tales", network.ports());
        faults = new Faults(stack);
    }

    @AfterAll
    static void down() {
        stack.close();
        network.close();
    }

    @AfterEach
    void mend() {
        network.calm();
        faults.mend();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void loansStandAsTheModelSaysWhateverBreaks(long seed) {
        List<Havoc> wanted = new ArrayList<>(
                everything(seed).filter(one -> isWanted(one.name())).toList());
        if (wanted.isEmpty() && RollingTalesIT.names().noneMatch(LongTalesIT::isWanted)) {
            throw new IllegalArgumentException(
                    "Nothing that breaks has \"" + WANTED + "\" in its name. With seed " + seed
                            + " there are:\n"
                            + Stream.concat(everything(seed).map(Havoc::name), RollingTalesIT.names())
                                    .collect(joining("\n")));
        }
        Collections.shuffle(wanted, new Random(seed));
        for (int i = 0; i < wanted.size(); i += Ordeal.MOST) {
            List<Havoc> some = wanted.subList(i, Math.min(wanted.size(), i + Ordeal.MOST));
            Ordeal.of(stack, seed + i, LOANS, some).passes();
        }
    }

    static boolean isWanted(String name) {
        return name.contains(WANTED);
    }

    private static Stream<Havoc> everything(long seed) {
        return Stream.of(
                        new Havocs(stack, faults).all(),
                        new NetworkHavocs(network, faults).of(seed),
                        new DiskHavocs(stack, faults).all(),
                        ClockHavocs.on(faults).of(seed))
                .flatMap(List::stream);
    }

    static Stream<Long> seeds() {
        return Stream.of(System.getProperty("latchkey.tale.seeds", "1,2,3").split(",", -1))
                .map(Long::valueOf);
    }
}
