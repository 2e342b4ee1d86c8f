package io.latchkey.system;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link LongTalesIT} with two instances of each service, which are restarted one after the other. */
@Tag("tales")
class RollingTalesIT {

    private static final int LOANS = 60;

    private static Stack stack;
    private static Faults faults;

    @BeforeAll
    static void up() {
        stack = Stack.up("stack-rolling", "--instances", "2");
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
    @MethodSource("io.latchkey.system.LongTalesIT#seeds")
    void loansStandAsTheModelSaysWhileServicesAreRestartedOneByOne(long seed) {
        List<Havoc> havocs = Stream.of(
                        Part.PAYMENT_INGEST,
                        Part.LOCK_DECISION,
                        Part.TOKEN_ISSUER,
                        Part.DEVICE_GATEWAY,
                        Part.NOTICE_SENDER)
                .map(RollingTalesIT::rolling)
                .filter(one -> one.name().contains(LongTalesIT.WANTED))
                .toList();
        assumeThat(havocs).as("what was asked for").isNotEmpty();
        Ordeal.of(stack, seed, LOANS, havocs).passes();
    }

    private static Havoc rolling(Part service) {
        return new Havoc(
                "a rolling restart of " + service,
                () -> {
                    faults.end(service);
                    faults.bringBack();
                    faults.endSecond(service);
                },
                Duration.ZERO,
                faults::bringBack);
    }
}
