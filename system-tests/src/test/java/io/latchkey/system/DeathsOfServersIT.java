package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.system.ServiceDatabase.Hold;
import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of each server under the services with a payment on its way; no service is started again for it. */
@Tag("long")
@ExtendWith(StackUnderTest.class)
class DeathsOfServersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stack stack;
    private final Faults faults;

    DeathsOfServersIT(Stack stack, Faults faults) {
        this.stack = stack;
        this.faults = faults;
    }

    @Test
    void aPaymentThatWasBeingDecidedWhenKafkaDiedFreesTheHandsetWhenItIsBack() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        Map<Part, Long> before = faults.processes();

        try (Hold outbox = ServiceDatabase.of(stack, Part.LOCK_DECISION).hold("outbox")) {
            sale.pay();
            outbox.awaitSomebody();
            faults.kill(Part.KAFKA);
        }
        faults.bringBack();

        sale.awaitStage("RELEASED", PATIENCE);
        ledger.showsOnce("REMINDED", "RELEASED");
        assertOnlyThisOneWasStartedAgain(Part.KAFKA, before);
    }

    @Test
    void aPaymentThatKafkasDeathTurnedAwayIsAcceptedWhenItIsSentAgain() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        Delivery payment = sale.payment();

        faults.kill(Part.KAFKA);
        payment.send().demand(503);
        faults.bringBack();

        await("the payment is accepted")
                .atMost(PATIENCE)
                .until(() -> payment.send().status() == 202);
        sale.awaitStage("RELEASED", PATIENCE);
        payment.send().demand(200);
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void aPaymentThatWasBeingDecidedWhenPostgresDiedFreesTheHandsetWhenItIsBack() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        Delivery another = sale.payment();
        Map<Part, Long> before = faults.processes();

        try (Hold outbox = ServiceDatabase.of(stack, Part.LOCK_DECISION).hold("outbox")) {
            sale.pay();
            outbox.awaitSomebody();
            faults.kill(Part.POSTGRES);
        }
        another.send().demand(503);
        faults.bringBack();

        sale.awaitStage("RELEASED", PATIENCE);
        await("the other payment is accepted")
                .atMost(PATIENCE)
                .until(() -> another.send().status() == 202);
        ledger.showsOnce("REMINDED", "RELEASED");
        assertOnlyThisOneWasStartedAgain(Part.POSTGRES, before);
    }

    @Test
    void aTokenThatWasOnItsWayWhenTheMqttBrokerDiedReachesTheHandsetWhenItIsBack() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        Map<Part, Long> before = faults.processes();

        faults.freeze(Part.MQTT);
        sale.pay();
        ledger.awaitTokenOf("RELEASED");
        faults.kill(Part.MQTT);
        faults.bringBack();

        sale.awaitStage("RELEASED", PATIENCE);
        ledger.awaitReports("HandsetSeen", "TokenApplied", "TokenApplied");
        ledger.showsOnce("REMINDED", "RELEASED");
        assertOnlyThisOneWasStartedAgain(Part.MQTT, before);
    }

    private void assertOnlyThisOneWasStartedAgain(Part victim, Map<Part, Long> before) {
        assertThat(faults.processes()).allSatisfy((part, process) -> {
            if (part == victim) {
                assertThat(process).isNotEqualTo(before.get(part));
            } else {
                assertThat(process).as(part.processName()).isEqualTo(before.get(part));
            }
        });
    }
}
