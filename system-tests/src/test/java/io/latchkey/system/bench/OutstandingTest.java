package io.latchkey.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutstandingTest {

    private static final String DEVICE = "d1_00112233445566778899aabbccddeeff";
    private static final long DEBT = 1_000;

    private final Outstanding outstanding = new Outstanding();
    private final Histogram latencies = outstanding.measure();

    @BeforeEach
    void admit() {
        outstanding.admit(DEVICE, DEBT);
    }

    @Test
    void countsFromTheIntendedMoment() {
        outstanding.meant(DEVICE, 10_000);

        screenSays(DEBT - 1, 17_000);

        assertThat(outstanding.count()).isZero();
        assertThat(latencies.getMaxValue()).isBetween(6_990L, 7_010L);
    }

    @Test
    void aTokenThatCarriesSeveralPaymentsCountsForEach() {
        outstanding.meant(DEVICE, 1_000);
        outstanding.meant(DEVICE, 2_000);
        outstanding.meant(DEVICE, 3_000);

        screenSays(DEBT - 2, 5_000);

        assertThat(outstanding.count()).isEqualTo(1);
        assertThat(latencies.getTotalCount()).isEqualTo(2);
        assertThat(latencies.getMaxValue()).isBetween(3_990L, 4_010L);
    }

    @Test
    void theSameAmountAgainIsNoPayment() {
        outstanding.meant(DEVICE, 1_000);

        screenSays(DEBT, 2_000);

        assertThat(outstanding.count()).isEqualTo(1);
        assertThat(latencies.getTotalCount()).isZero();
    }

    @Test
    void whatIsAppliedLateBelongsToTheSeriesThatRuns() {
        outstanding.meant(DEVICE, 1_000);
        Histogram next = outstanding.measure();

        screenSays(DEBT - 1, 2_000);

        assertThat(latencies.getTotalCount()).isZero();
        assertThat(next.getTotalCount()).isEqualTo(1);
    }

    @Test
    void aHandsetThatWasNeverAdmittedIsPassedOver() {
        outstanding.applied(new Applied("d1_stranger", 1, "REMINDED", 5, 9));

        assertThat(outstanding.count()).isZero();
    }

    private void screenSays(long amountDue, long atMicros) {
        outstanding.applied(new Applied(DEVICE, 2, "REMINDED", amountDue, atMicros));
    }
}
