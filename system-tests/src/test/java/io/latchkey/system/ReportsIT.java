package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.system.ServiceDatabase.Hold;
import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a handset says is never lost, whoever is away while it speaks. */
@Tag("long")
@ExtendWith(StackUnderTest.class)
class ReportsIT {

    /** Longer than a handset waits for an acknowledgement before it says the same again. */
    private static final Duration A_LONG_WHILE = Duration.ofMinutes(1);

    private final Stack stack;
    private final Faults faults;

    ReportsIT(Stack stack, Faults faults) {
        this.stack = stack;
        this.faults = faults;
    }

    @Test
    void whatAHandsetSaysWhileNoGatewayIsThereArrivesInOrder() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        faults.kill(Part.DEVICE_GATEWAY);
        sale.press("refresh");
        sale.press("offline");
        sale.press("refresh");
        sale.press("online");
        sale.press("refresh");
        faults.bringBack();

        ledger.awaitReports(
                "HandsetSeen",
                "TokenApplied",
                "RefreshRequested",
                "RefreshRequested",
                "HandsetSeen",
                "RefreshRequested");
    }

    @Test
    void whatAHandsetDidWithATokenIsToldThoughTheGatewayDiedAfterItsDelivery() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        try (Hold notes = ServiceDatabase.of(stack, Part.DEVICE_GATEWAY).hold("carried_tokens")) {
            sale.pay();
            sale.awaitStage("RELEASED");
            notes.awaitSomebody();
            faults.kill(Part.DEVICE_GATEWAY);
        }
        faults.bringBack();

        ledger.awaitReports("HandsetSeen", "TokenApplied", "TokenApplied");
    }

    @Test
    void aGatewayThatIsDeadForAMinuteCostsNoReport() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        faults.kill(Part.DEVICE_GATEWAY);
        Instant died = Instant.now();
        sale.press("refresh");
        await("a minute has passed")
                .atMost(A_LONG_WHILE.multipliedBy(2))
                .until(() -> Duration.between(died, Instant.now()).compareTo(A_LONG_WHILE) > 0);
        sale.press("refresh");
        faults.bringBack();

        ledger.awaitReports("HandsetSeen", "TokenApplied", "RefreshRequested", "RefreshRequested");
    }

    @Test
    void aRestartOfTheBrokerCostsNoReport() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        faults.freeze(Part.DEVICE_GATEWAY);
        sale.press("refresh");
        faults.kill(Part.MQTT);
        sale.press("refresh");
        faults.thaw(Part.DEVICE_GATEWAY);
        faults.bringBack();

        ledger.awaitReports("HandsetSeen", "TokenApplied", "RefreshRequested", "RefreshRequested", "HandsetSeen");
    }

    @Test
    void aReportWhoseAcknowledgementGotLostIsSaidAgainAndIsTheSame() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        ledger.awaitReports("HandsetSeen", "TokenApplied");

        // A gateway that has just started asks its database for the key of whoever reports: then it has the report.
        faults.kill(Part.DEVICE_GATEWAY);
        faults.bringBack();
        try (Hold keys = ServiceDatabase.of(stack, Part.DEVICE_GATEWAY).holdAlsoFromReaders("enrollments")) {
            sale.press("refresh");
            keys.awaitSomebody();
            faults.kill(Part.VIRTUAL_HANDSETS);
        }
        ledger.awaitReports("HandsetSeen", "TokenApplied", "RefreshRequested");
        faults.bringBack();

        ledger.awaitReports("HandsetSeen", "TokenApplied", "RefreshRequested", "HandsetSeen");
        assertThat(ledger.signedReports().stream().map(Ledger::type).filter("RefreshRequested"::equals))
                .hasSizeGreaterThan(1);
        ledger.showsOnce("REMINDED");
    }
}
