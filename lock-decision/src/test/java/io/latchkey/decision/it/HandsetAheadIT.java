package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.DeviceReport.HandsetSeen;
import io.latchkey.events.DeviceReport.Signed;
import io.latchkey.events.LoanDecision.StageKept;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalServers.class)
class HandsetAheadIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void aHandsetThatHoldsALaterStateThanOursIsToldThePresentOneAboveItAndThatIsOnRecord() {
        Story loan = Story.firstDueOn(LocalDate.parse("2099-01-01"));
        try (Wire wire = new Wire(bootstrapServers)) {
            wire.send(Story.partner());
            wire.completeFeed();
            wire.send(Story.policy(1));
            wire.send(loan.activated(1));
            wire.send(loan.enrolled(1));
            wire.await(LockIntent.class, one -> mine(loan, one) && one.revision() == 1);

            String report = wire.send(
                    new HandsetSeen(loan.deviceId(), 1, Stage.LOCKED, new Signed(5, 41, Instant.now(), "evidence")));

            LockIntent intent = wire.await(LockIntent.class, one -> mine(loan, one) && one.revision() > 1);
            assertThat(intent.revision()).isEqualTo(42);
            assertThat(intent.stage()).isEqualTo(Stage.CURRENT);
            StageKept decision = wire.await(
                    StageKept.class,
                    one -> one.loanId().equals(loan.loanId())
                            && one.basis().reason().equals("handset-ahead"));
            assertThat(decision.basis().revision()).contains(42L);
            assertThat(Wire.header(
                            wire.awaitRecord(LockIntent.class, one -> mine(loan, one) && one.revision() == 42),
                            "ce_causationid"))
                    .isEqualTo(report);
        }
    }

    private static boolean mine(Story loan, LockIntent intent) {
        return intent.deviceId().equals(loan.deviceId());
    }
}
