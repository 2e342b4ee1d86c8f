package io.latchkey.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.testing.RandomSeeds;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;

/** Against the regular expressions that say what the shapes are. */
class IdShapesTest {

    private static final String ODD = " !~_dln0123456789afgAF\u007f\u00e9";

    @ParameterizedTest
    @RandomSeeds(2_000)
    void anIdIsTakenIfItHasItsShape(long seed) {
        Random random = new Random(seed);

        agrees("ln_[0-9a-f]{32}", LoanId::new, spoilt("ln_" + hex(random), random));
        agrees(
                "d[1-9][0-9]{0,3}_[0-9a-f]{32}",
                DeviceId::new,
                spoilt("d" + random.nextInt(12_000) + "_" + hex(random), random));
        agrees("[!-~]{1,64}", PaymentId::new, spoilt("FT2603" + "x".repeat(random.nextInt(62)), random));
    }

    private static void agrees(String shape, Function<String, Object> id, String value) {
        assertThat(isTaken(id, value)).as(value).isEqualTo(value.matches(shape));
    }

    private static boolean isTaken(Function<String, Object> id, String value) {
        try {
            return id.apply(value).toString().equals(value);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static String hex(Random random) {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    /** As it is, or shorter, or longer, or with another character in it, or nothing at all. */
    private static String spoilt(String value, Random random) {
        int at = random.nextInt(value.length());
        String odd = String.valueOf(ODD.charAt(random.nextInt(ODD.length())));
        return switch (random.nextInt(6)) {
            case 0 -> value.substring(0, at);
            case 1 -> value.substring(0, at) + odd + value.substring(at);
            case 2, 3 -> value.substring(0, at) + odd + value.substring(at + 1);
            default -> value;
        };
    }
}
