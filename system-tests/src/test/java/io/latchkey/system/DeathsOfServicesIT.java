package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.ServiceDatabase.Hold;
import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.Answer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of each service between a payment and its effect, at a place in its work that is always the same. */
@ExtendWith(StackUnderTest.class)
@Tag("long")
class DeathsOfServicesIT {

    private static final String PENDING = "select count(*) from accepted_event where done_at is null";

    private final Stack stack;
    private final Faults faults;

    DeathsOfServicesIT(Stack stack, Faults faults) {
        this.stack = stack;
        this.faults = faults;
    }

    @Test
    void whatLockDecisionCommittedAndDidNotPublishBeforeItDiedIsPublished() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        ServiceDatabase decisions = ServiceDatabase.of(stack, Part.LOCK_DECISION);

        try (Hold outbox = decisions.hold("outbox")) {
            sale.pay();
            outbox.awaitSomebody();
            faults.freeze(Part.KAFKA);
        }
        decisions.awaitNumber("select least(count(*), 1) from outbox", 1);
        faults.kill(Part.LOCK_DECISION);
        faults.thaw(Part.KAFKA);
        faults.bringBack();

        sale.awaitStage("RELEASED");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void aPaymentIsDecidedOnceIfLockDecisionDiesWhileItDecides() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        try (Hold outbox = ServiceDatabase.of(stack, Part.LOCK_DECISION).hold("outbox")) {
            sale.pay();
            outbox.awaitSomebody();
            faults.kill(Part.LOCK_DECISION);
        }
        faults.bringBack();

        sale.awaitStage("RELEASED");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void aPaymentIsAcceptedOnceIfPaymentIngestDiesBeforeItIsReserved() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        Delivery payment = sale.payment();

        try (Hold reservations = ServiceDatabase.of(stack, Part.PAYMENT_INGEST).hold("accepted_event")) {
            CompletableFuture<Answer> unanswered = payment.sendAside();
            reservations.awaitSomebody();
            faults.kill(Part.PAYMENT_INGEST);
            assertThat(unanswered).failsWithin(Faults.PATIENCE);
        }
        faults.bringBack();

        assertAcceptedOnce(payment);
        sale.awaitStage("RELEASED");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void aPaymentIsAcceptedOnceIfPaymentIngestDiesBeforeKafkaHasIt() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        Delivery payment = sale.payment();
        ServiceDatabase reservations = ServiceDatabase.of(stack, Part.PAYMENT_INGEST);
        long pendingBefore = reservations.number(PENDING);

        faults.freeze(Part.KAFKA);
        CompletableFuture<Answer> unanswered = payment.sendAside();
        reservations.awaitNumber(PENDING, pendingBefore + 1);
        faults.kill(Part.PAYMENT_INGEST);
        assertThat(unanswered).failsWithin(Faults.PATIENCE);
        faults.thaw(Part.KAFKA);
        faults.bringBack();

        assertAcceptedOnce(payment);
        sale.awaitStage("RELEASED");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void aPaymentHasOneEffectIfPaymentIngestDiesBeforeItsAnswer() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        Delivery payment = sale.payment();
        ServiceDatabase reservations = ServiceDatabase.of(stack, Part.PAYMENT_INGEST);
        long pendingBefore = reservations.number(PENDING);

        faults.freeze(Part.KAFKA);
        CompletableFuture<Answer> unanswered = payment.sendAside();
        reservations.awaitNumber(PENDING, pendingBefore + 1);
        try (Hold marks = reservations.holdRows("select 1 from accepted_event where done_at is null")) {
            faults.thaw(Part.KAFKA);
            marks.awaitSomebody();
            sale.awaitStage("RELEASED");
            faults.kill(Part.PAYMENT_INGEST);
            assertThat(unanswered).failsWithin(Faults.PATIENCE);
        }
        faults.bringBack();

        assertAcceptedOnce(payment);
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void anIntentThatTokenIssuerDidNotLiveToSignIsSigned() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        faults.kill(Part.TOKEN_ISSUER);
        sale.pay();
        ledger.awaitIntentOf("RELEASED");
        faults.bringBack();

        sale.awaitStage("RELEASED");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void aTokenThatDeviceGatewayDidNotLiveToCarryIsCarried() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        faults.kill(Part.DEVICE_GATEWAY);
        sale.pay();
        ledger.awaitTokenOf("RELEASED");
        faults.bringBack();

        sale.awaitStage("RELEASED");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void aTokenThatDeviceGatewayCarriedAndDidNotNoteIsCarriedAgainWithoutEffect() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);
        ServiceDatabase gateway = ServiceDatabase.of(stack, Part.DEVICE_GATEWAY);

        try (Hold notes = gateway.hold("carried_tokens")) {
            sale.pay();
            sale.awaitStage("RELEASED");
            notes.awaitSomebody();
            faults.kill(Part.DEVICE_GATEWAY);
        }
        faults.bringBack();

        gateway.awaitNumber(
                Ledger.CARRIED.formatted(ledger.deviceId()), sale.look().revision());
        ledger.awaitReports("HandsetSeen", "TokenApplied", "TokenApplied");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    void aHandsetWhoseProcessDiedIsFreeWhenItComesBack() {
        Sale sale = Sale.on(stack);
        Ledger ledger = Ledger.of(stack, sale);

        faults.kill(Part.VIRTUAL_HANDSETS);
        sale.pay();
        ledger.awaitTokenOf("RELEASED");
        faults.bringBack();

        sale.awaitStage("RELEASED");
        ledger.awaitReports("HandsetSeen", "TokenApplied", "HandsetSeen", "TokenApplied");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    /** The first answer was lost, so this one may tell of either; the next one must call it a duplicate. */
    private static void assertAcceptedOnce(Delivery payment) {
        Answer again = payment.send();
        assertThat(again.status()).isIn(200, 202);
        Answer onceMore = payment.send().demand(200);
        assertThat(onceMore.body().path("status").asText()).isEqualTo("duplicate");
        assertThat(onceMore.body().path("eventId")).isEqualTo(again.body().path("eventId"));
    }
}
