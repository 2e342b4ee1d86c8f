package io.latchkey.decision.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Cap;
import io.latchkey.events.testing.RandomSeeds;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class CapHourTest {

    private static final PartnerId SANDBOX = new PartnerId("sandbox");
    private static final Instant NOW = Instant.parse("2027-03-02T08:20:00Z");

    @Test
    void theLargerOfFloorAndShareHolds() {
        assertThat(used(0, new Cap(5, 2))).isEqualTo(5);
        assertThat(used(250, new Cap(5, 2))).isEqualTo(5);
        assertThat(used(1_000, new Cap(5, 2))).isEqualTo(20);
    }

    @Test
    void aBatchIsNamedForItsPartnerAndHourAndOpenedOnce() {
        CapHour open = CapHour.begun(SANDBOX, NOW, 10).withOpenBatch();

        assertThat(open.openBatch()).contains("sandbox-20270302T08");
        assertThat(open.withOpenBatch()).isEqualTo(open);
    }

    @Test
    void whatComesAfterAReleaseInTheSameHourJoinsAnotherBatch() {
        CapHour released = CapHour.begun(SANDBOX, NOW, 10).withOpenBatch().withReleased("sandbox-20270302T08");

        assertThat(released.openBatch()).isEmpty();
        assertThat(released.withOpenBatch().openBatch()).contains("sandbox-20270302T08-2");
    }

    @Test
    void anHourIsOverWhenTheNextBeginsAndNotForAClockThatIsBehind() {
        CapHour hour = CapHour.begun(SANDBOX, NOW, 10);

        assertThat(hour.isOver(Instant.parse("2027-03-02T08:59:59Z"))).isFalse();
        assertThat(hour.isOver(Instant.parse("2027-03-02T09:00:00Z"))).isTrue();
        assertThat(hour.isOver(Instant.parse("2027-03-02T07:59:59Z"))).isFalse();
    }

    /** In whatever order policies ask, nobody gets a place beyond those of his own policy. */
    @ParameterizedTest
    @RandomSeeds(500)
    void policiesShareTheHourAndEachIsHeldToItsOwnCap(long seed) {
        Random random = new Random(seed);
        long fleet = random.nextInt(500);
        List<Cap> caps = List.of(cap(random), cap(random), cap(random));
        CapHour hour = CapHour.begun(SANDBOX, NOW, fleet);
        long taken = 0;
        for (int i = 0; i < 300; i++) {
            Cap cap = caps.get(random.nextInt(caps.size()));
            boolean place = hour.hasPlace(cap);
            assertThat(place).isEqualTo(taken < Math.max(cap.capFloor(), (long) (fleet * cap.capPercent() / 100)));
            if (place) {
                hour = hour.withOneMoreTaken();
                taken++;
            }
        }
        assertThat(hour.taken()).isEqualTo(taken);
    }

    private static Cap cap(Random random) {
        return new Cap(1 + random.nextInt(20), 1 + random.nextInt(50));
    }

    private static int used(long fleet, Cap cap) {
        CapHour hour = CapHour.begun(SANDBOX, NOW, fleet);
        int used = 0;
        while (hour.hasPlace(cap)) {
            hour = hour.withOneMoreTaken();
            used++;
        }
        return used;
    }
}
