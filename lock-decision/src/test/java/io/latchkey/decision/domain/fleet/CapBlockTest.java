package io.latchkey.decision.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Cap;
import io.latchkey.events.testing.RandomSeeds;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class CapBlockTest {

    private static final PartnerId SANDBOX = new PartnerId("sandbox");
    private static final Instant NOW = Instant.parse("2027-03-02T08:20:00Z");
    private static final List<Cap> FORTY = List.of(new Cap(40, 1));

    @Test
    void aTwentiethOfAnHoursPlacesIsPutAside() {
        CapBlock block = CapBlock.aside(CapHour.begun(SANDBOX, NOW, 0), FORTY);

        assertThat(block.remaining()).isEqualTo(2);
        assertThat(block.suffices(2, FORTY, NOW)).isTrue();
        assertThat(block.suffices(3, FORTY, NOW)).isFalse();
    }

    @Test
    void whereThereAreFewNoneIsPutAside() {
        assertThat(CapBlock.aside(CapHour.begun(SANDBOX, NOW, 0), List.of(new Cap(19, 1)))
                        .remaining())
                .isZero();
    }

    @Test
    void aBlockIsGoodForItsHourOnly() {
        CapBlock block = CapBlock.aside(CapHour.begun(SANDBOX, NOW, 0), FORTY);

        assertThat(block.suffices(1, FORTY, NOW.plusSeconds(3_600))).isFalse();
    }

    @Test
    void noMoreIsUsedThanWasPutAside() {
        CapBlock block = CapBlock.aside(CapHour.begun(SANDBOX, NOW, 0), FORTY);
        CapHour used = block.asHour().withOneMoreTaken().withOneMoreTaken().withOneMoreTaken();

        assertThatThrownBy(() -> block.after(used)).hasMessageContaining("1 places used that were not put aside");
    }

    /** Whatever turns come in whatever order, no policy is given more than its places, all instances and policies together. */
    @ParameterizedTest
    @RandomSeeds(500)
    void instancesWithBlocksOfTheirOwnKeepEachPolicyToItsCap(long seed) {
        Instances instances = new Instances(new Random(seed));
        for (int i = 0; i < 400; i++) {
            instances.oneMayTakePlaces();
        }
        instances.assertThatNoneExceedsItsCap();
    }

    /** Three instances that take turns of a few loans, as the store has them do. */
    private static final class Instances {
        private final Random random;
        private final List<Cap> caps;
        private final CapBlock[] blocks = new CapBlock[3];
        private final int[] used;
        private CapHour hour;

        Instances(Random random) {
            this.random = random;
            caps = List.of(cap(random), cap(random));
            used = new int[caps.size()];
            hour = CapHour.begun(SANDBOX, NOW, random.nextInt(2_000));
        }

        private static Cap cap(Random random) {
            return new Cap(1 + random.nextInt(200), 1 + random.nextInt(30));
        }

        void oneMayTakePlaces() {
            int instance = random.nextInt(blocks.length);
            List<Integer> loans =
                    random.ints(1 + random.nextInt(8), 0, caps.size()).boxed().toList();
            List<Cap> held = loans.stream().distinct().map(caps::get).toList();
            CapBlock block = blocks[instance];
            if (block != null && block.suffices(loans.size(), held, NOW)) {
                blocks[instance] = block.after(take(block.asHour(), loans));
            } else {
                CapHour then = take(block == null ? hour : hour.withBack(block), loans);
                blocks[instance] = CapBlock.aside(then, held);
                hour = new CapHour(SANDBOX, then.hour(), then.fleet(), blocks[instance].upto(), 0, then.openBatch());
            }
        }

        private CapHour take(CapHour seen, List<Integer> loans) {
            CapHour then = seen;
            for (int policy : loans) {
                if (random.nextInt(4) > 0 && then.hasPlace(caps.get(policy))) {
                    then = then.withOneMoreTaken();
                    used[policy]++;
                }
            }
            return then;
        }

        void assertThatNoneExceedsItsCap() {
            long all = 0;
            long most = 0;
            for (int policy = 0; policy < used.length; policy++) {
                long places = caps.get(policy).placesAnHour(hour.fleet());
                assertThat((long) used[policy]).isLessThanOrEqualTo(places);
                all += used[policy];
                most = Math.max(most, places);
            }
            assertThat(all).isLessThanOrEqualTo(most);
        }
    }
}
