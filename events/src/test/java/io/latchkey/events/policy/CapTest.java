package io.latchkey.events.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CapTest {

    @Test
    void givesTheLargerOfFloorAndShare() {
        Cap cap = new Cap(5, 2.5);

        assertThat(cap.placesAnHour(0)).isEqualTo(5);
        assertThat(cap.placesAnHour(239)).isEqualTo(5);
        assertThat(cap.placesAnHour(240)).isEqualTo(6);
        assertThat(cap.placesAnHour(10_000_000)).isEqualTo(250_000);
    }

    @Test
    void refusesACapThatStopsEverythingOrNothing() {
        assertThatThrownBy(() -> new Cap(0, 1)).hasMessageContaining("capFloor");
        assertThatThrownBy(() -> new Cap(1, 0)).hasMessageContaining("capPercent");
        assertThatThrownBy(() -> new Cap(1, Double.NaN)).hasMessageContaining("capPercent");
    }
}
