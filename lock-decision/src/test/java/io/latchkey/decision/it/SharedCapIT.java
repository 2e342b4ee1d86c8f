package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.FleetDecision.BatchProposed;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.LoanDecision.StageEntered;
import io.latchkey.events.PartnerEvent.PartnerRegistered;
import io.latchkey.events.PartnerEvent.PolicyPublished;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Cap;
import io.latchkey.kit.clock.BusinessClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class SharedCapIT {

    private static final PartnerId PARTNER = new PartnerId("capped");
    private static final int LOANS = 70;
    private static final int PLACES = 40;
    private static final int ASIDE = PLACES / 20;

    @TempDir
    Path folder;

    @Test
    void twoInstancesTogetherTakeNoMoreThanTheHourAllows() {
        try (TwoInstances instances = new TwoInstances(folder);
                Wire wire = new Wire(instances.bootstrapServers())) {
            Instant now = new BusinessClock().now();
            wire.send(new PartnerRegistered(PARTNER, Story.partner().profile()));
            wire.send(new PolicyPublished(PARTNER, Story.policy(1, new Cap(PLACES, 1)), Optional.empty()));
            wire.completeFeed(new FeedWatermark(PARTNER, now));
            LocalDate firstDue = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(31);
            List<Story> loans = IntStream.range(0, LOANS)
                    .mapToObj(i -> Story.firstDueOn(firstDue).of(PARTNER))
                    .toList();
            loans.forEach(loan -> wire.send(loan.activated(1)));

            BatchProposed batch = wire.await(BatchProposed.class, any -> true);
            assertThat(batch.placesAnHour()).isEqualTo(PLACES);
            // Who finds no place is reminded only.
            loans.forEach(
                    loan -> wire.await(StageEntered.class, one -> one.loanId().equals(loan.loanId())));
            // Each may keep aside what it does not come to use.
            assertThat(wire.all(StageEntered.class, one -> one.stage() == Stage.RESTRICTED))
                    .hasSizeBetween(PLACES - 2 * ASIDE, PLACES);
        }
    }
}
