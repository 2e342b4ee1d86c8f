package io.latchkey.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Services whose machine shows the wrong time.
 *
 * @param library libfaketime, if it is here
 */
record ClockHavocs(Faults faults, Optional<String> library) {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);
    private static final String AHEAD = "+1h";
    private static final String BEHIND = "-1h";

    /** Whoever decides by a clock that is ahead acts early, and no model can call that right; behind, it acts late. */
    private static final List<Part> EITHER_WAY = List.of(
            Part.PAYMENT_INGEST, Part.TOKEN_ISSUER, Part.DEVICE_GATEWAY, Part.NOTICE_SENDER, Part.VIRTUAL_HANDSETS);

    static ClockHavocs on(Faults faults) {
        return new ClockHavocs(
                faults, Optional.ofNullable(System.getenv("LATCHKEY_FAKETIME")).filter(path -> !path.isEmpty()));
    }

    /**
     * Each service's clock is an hour ahead in one tale and behind in the next. Nothing, said loudly, where there is no
     * library to lie about the time.
     */
    List<Havoc> of(long seed) {
        if (library.isEmpty()) {
            System.out.println("WARNING: THERE IS NO LIBFAKETIME: NO CLOCK IS OFF.");
            return List.of();
        }
        Stream<Havoc> either = IntStream.range(0, EITHER_WAY.size())
                .mapToObj(i -> off(EITHER_WAY.get(i), Math.floorMod(seed + i, 2) == 0 ? AHEAD : BEHIND));
        return Stream.concat(either, Stream.of(off(Part.LOCK_DECISION, BEHIND))).toList();
    }

    /** The monotonic clock stays right: with libfaketime's "fix" for it each wait of a JVM would end at once. */
    private Map<String, String> wrong(String by) {
        return Map.of(
                "LD_PRELOAD",
                library.orElseThrow(),
                "FAKETIME",
                by,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private Havoc off(Part part, String by) {
        return new Havoc(
                "the clock of " + part + " is off by " + by,
                () -> {
                    faults.kill(part);
                    faults.bringBack(wrong(by));
                },
                LONG_ENOUGH,
                () -> {
                    faults.kill(part);
                    faults.bringBack();
                });
    }
}
