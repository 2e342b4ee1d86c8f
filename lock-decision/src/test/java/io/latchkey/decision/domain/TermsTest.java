package io.latchkey.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import io.latchkey.events.testing.RandomSeeds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class TermsTest {

    private static final List<String> ZONES = List.of(
            "Africa/Nairobi", "America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "Europe/London", "Asia/Kathmandu");

    @ParameterizedTest
    @RandomSeeds(500)
    void aDayBeginsAtTheFirstMomentThatBearsItsDate(long seed) {
        Random random = new Random(seed);
        Terms terms = termsIn(ZONES.get(random.nextInt(ZONES.size())));
        LocalDate day = LocalDate.ofEpochDay(10_000L + random.nextInt(15_000));

        Instant start = terms.startOf(day);

        assertThat(terms.dateOf(start)).isEqualTo(day);
        assertThat(terms.dateOf(start.minusMillis(1))).isEqualTo(day.minusDays(1));
    }

    @Test
    void aDayWhoseMidnightIsSkippedBeginsAfterTheGap() {
        Terms terms = termsIn("Asia/Beirut");

        assertThat(terms.startOf(LocalDate.parse("2026-03-29"))
                        .atZone(terms.zone())
                        .getHour())
                .isEqualTo(1);
    }

    private static Terms termsIn(String zone) {
        Money amount = new Money(1, LoanStory.KES);
        Schedule schedule =
                new Schedule(LoanStory.KES, List.of(new Installment(1, LocalDate.parse("2026-01-01"), amount)));
        return new Terms(LoanStory.DEVICE, schedule, ZoneId.of(zone), "standard", 1, "en", Optional.empty());
    }
}
