package io.latchkey.system;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link LongTalesIT} with two instances of each service, which are restarted one after the other. */
@Tag("tales")
class RollingTalesIT {

    private static final int LOANS = 60;
    private static final List<Part> SERVICES = List.of(
            Part.PAYMENT_INGEST, Part.LOCK_DECISION, Part.TOKEN_ISSUER, Part.DEVICE_GATEWAY, Part.NOTICE_SENDER);

    @ParameterizedTest
    @MethodSource("io.latchkey.system.LongTalesIT#seeds")
    void loansStandAsTheModelSaysWhileServicesAreRestartedOneByOne(long seed) {
        List<Part> restarted = SERVICES.stream()
                .filter(service -> LongTalesIT.isWanted(name(service)))
                .toList();
        if (restarted.isEmpty()) {
            System.out.println("LEFT OUT: THE ROLLING RESTART, WHICH WAS NOT ASKED FOR.");
        }
        assumeThat(restarted).as("what was asked for").isNotEmpty();
        try (Stack stack = Stack.up("stack-rolling", "--instances", "2")) {
            Faults faults = new Faults(stack);
            Ordeal.of(
                            stack,
                            seed,
                            LOANS,
                            restarted.stream()
                                    .map(service -> rolling(service, faults))
                                    .toList())
                    .passes();
        }
    }

    static Stream<String> names() {
        return SERVICES.stream().map(RollingTalesIT::name);
    }

    private static String name(Part service) {
        return "a rolling restart of " + service;
    }

    private static Havoc rolling(Part service, Faults faults) {
        return new Havoc(
                name(service),
                () -> {
                    faults.end(service);
                    faults.bringBack();
                    faults.endSecond(service);
                },
                Duration.ZERO,
                faults::bringBack);
    }
}
