package io.latchkey.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Bindings;
import io.latchkey.gateway.domain.EnrolledKey.Worth;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolledKeyTest {

    private static final Instant NEXT = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant LAST = NEXT.plus(EnrolledKey.OVERLAP);
    private static final Bindings TWO = Bindings.NONE.enrolled(1).enrolled(2);

    @Test
    void theNewestCountsForEver() {
        assertThat(new EnrolledKey(2, "spki", TWO, Optional.empty()).worth(Instant.MAX))
                .isEqualTo(Worth.COUNTS);
    }

    @Test
    void anOlderOneMayTurnUpForSevenDays() {
        assertThat(older(TWO).worth(LAST)).isEqualTo(Worth.SUPERSEDED);
        assertThat(older(TWO).worth(LAST.plusNanos(1))).isEqualTo(Worth.ENDED);
    }

    @Test
    void oneThatTurnedUpCountsUntilSomebodyDecidesHoweverLongThatTakes() {
        Bindings contested = TWO.contested(2, 1);

        assertThat(older(contested).worth(Instant.MAX)).isEqualTo(Worth.COUNTS);
        assertThat(older(contested.settled(2, 1)).worth(Instant.MAX)).isEqualTo(Worth.COUNTS);
    }

    @Test
    void theOneThatLostEndsAtOnce() {
        Bindings contested = TWO.contested(2, 1);

        assertThat(older(contested.settled(2, 2)).worth(NEXT)).isEqualTo(Worth.ENDED);
        assertThat(new EnrolledKey(2, "spki", contested.settled(2, 1), Optional.empty()).worth(NEXT))
                .isEqualTo(Worth.ENDED);
    }

    private static EnrolledKey older(Bindings bindings) {
        return new EnrolledKey(1, "spki", bindings, Optional.of(NEXT));
    }
}
