package io.latchkey.decision.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.Reason;
import io.latchkey.events.policy.Brake;
import io.latchkey.events.testing.RandomSeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class BrakePolicyTest {

    private static final Instant NOW = Instant.parse("2027-03-02T08:20:00Z");
    private static final Brake LIMITS = new Brake(Duration.ofHours(24), 0.05, Duration.ofHours(36));

    @Test
    void aPartnerThatNeverSaidHowCompleteItsPaymentsAreIsBraked() {
        assertThat(cause(new FeedHealth(Optional.empty(), Optional.empty(), 0, 100)))
                .contains(Reason.NO_WATERMARK);
    }

    @Test
    void aFeedMayBeSilentForAsLongAsItsPolicySaysAndNoLonger() {
        assertThat(cause(whole(NOW.minus(Duration.ofHours(36))))).isEmpty();
        assertThat(cause(whole(NOW.minus(Duration.ofHours(36)).minusMillis(1)))).contains(Reason.FEED_SILENT);
    }

    @Test
    void moneyMayWaitForItsLoanForAsLongAsThePolicySaysAndNoLonger() {
        Instant limit = NOW.minus(Duration.ofHours(24));

        assertThat(cause(new FeedHealth(Optional.of(NOW), Optional.of(limit), 0, 100)))
                .isEmpty();
        assertThat(cause(new FeedHealth(Optional.of(NOW), Optional.of(limit.minusMillis(1)), 0, 100)))
                .contains(Reason.PARKED_TOO_OLD);
    }

    @Test
    void aTwentiethOfADaysMoneyMayBeWithoutALoanAndNoMore() {
        assertThat(cause(new FeedHealth(Optional.of(NOW), Optional.of(NOW), 5, 100)))
                .isEmpty();
        assertThat(cause(new FeedHealth(Optional.of(NOW), Optional.of(NOW), 6, 100)))
                .contains(Reason.PARKED_TOO_MANY);
    }

    @Test
    void aDayIsTwentyFourClockHoursOfWhichTheLastOneRuns() {
        assertThat(BrakePolicy.dayUntil(NOW)).isEqualTo(Instant.parse("2027-03-01T09:00:00Z"));
    }

    /** Whatever makes the payments sounder never puts the brake on. */
    @ParameterizedTest
    @RandomSeeds(1_000)
    void sounderPaymentsAreNeverBrakedWhereLessSoundOnesAreNot(long seed) {
        Random random = new Random(seed);
        Brake limits =
                new Brake(hours(random), random.nextDouble(), hours(random).plusHours(1));
        FeedHealth worse = health(random);
        FeedHealth better = new FeedHealth(
                Optional.of(worse.completeThrough().orElse(NOW).plus(hours(random))),
                worse.oldestParked().map(since -> since.plus(hours(random))).filter(since -> random.nextInt(4) > 0),
                random.nextLong(worse.parkedOfDay() + 1),
                worse.receivedOfDay() + random.nextLong(50));

        if (BrakePolicy.cause(limits, worse, NOW).isEmpty()) {
            assertThat(BrakePolicy.cause(limits, better, NOW)).isEmpty();
        }
    }

    /** Time alone, without a word of the partner, never lets the brake go, as long as the day's counts stay. */
    @ParameterizedTest
    @RandomSeeds(1_000)
    void timeAloneNeverMakesPaymentsSounder(long seed) {
        Random random = new Random(seed);
        Brake limits =
                new Brake(hours(random), random.nextDouble(), hours(random).plusHours(1));
        FeedHealth health = health(random);

        if (BrakePolicy.cause(limits, health, NOW).isPresent()) {
            assertThat(BrakePolicy.cause(limits, health, NOW.plus(hours(random))))
                    .isPresent();
        }
    }

    private static FeedHealth health(Random random) {
        long received = random.nextLong(200);
        return new FeedHealth(
                random.nextInt(10) == 0 ? Optional.empty() : Optional.of(NOW.minus(hours(random))),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(NOW.minus(hours(random))),
                random.nextLong(received + 1),
                received);
    }

    private static Duration hours(Random random) {
        return Duration.ofHours(random.nextInt(72));
    }

    private static FeedHealth whole(Instant through) {
        return new FeedHealth(Optional.of(through), Optional.empty(), 0, 0);
    }

    private static Optional<Reason> cause(FeedHealth health) {
        return BrakePolicy.cause(LIMITS, health, NOW);
    }
}
