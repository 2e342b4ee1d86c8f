package io.latchkey.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Topic;
import io.latchkey.system.ServiceDatabase.Hold;
import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway that stops in the middle, and wakes with an old lock in its hands after the money has come. */
@ExtendWith(StackUnderTest.class)
class FrozenGatewayIT {

    /** What a borrower is promised from the next contact on. */
    private static final Duration FREE_WITHIN = Duration.ofSeconds(5);

    /**
     * Overdue, and reminded at once. A lock needs notices that the phone proves, and no gateway that sleeps carries them;
     * for the order of tokens one stage is as good as another.
     */
    private static final int DAYS_OVERDUE = 3;

    private final Stack stack;
    private final Faults faults;

    FrozenGatewayIT(Stack stack, Faults faults) {
        this.stack = stack;
        this.faults = faults;
    }

    @Test
    void aLockAndAPaymentThatItSleptThroughLeaveTheHandsetFree() {
        Handover overdue = enrolled();
        faults.freeze(Part.DEVICE_GATEWAY);
        Sale sale = overdue.activate();
        Ledger ledger = Ledger.of(stack, sale);
        ledger.awaitTokenOf("REMINDED");
        sale.pay();
        ledger.awaitTokenOf("RELEASED");

        faults.thaw(Part.DEVICE_GATEWAY);

        sale.awaitStage("RELEASED", FREE_WITHIN);
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    @Tag("long")
    void aLockThatItCarriedAndDidNotNoteDoesNotOutliveThePayment() {
        Handover overdue = Handover.of(stack, DAYS_OVERDUE);
        Sale sale = overdue.activate();
        new Topics(stack)
                .await(
                        Topic.LOAN_DECISIONS.topicName(),
                        decision -> sale.loanId().equals(decision.key())
                                && Ledger.type(decision).equals("StageEntered"));
        try (Hold notes = ServiceDatabase.of(stack, Part.DEVICE_GATEWAY).hold("carried_tokens")) {
            overdue.enroll();
            sale.awaitStage("REMINDED");
            notes.awaitSomebody();
            faults.freeze(Part.DEVICE_GATEWAY);
        }
        Ledger ledger = Ledger.of(stack, sale);
        sale.pay();
        ledger.awaitTokenOf("RELEASED");

        faults.thaw(Part.DEVICE_GATEWAY);

        sale.awaitStage("RELEASED", FREE_WITHIN);
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    @Tag("long")
    void anOldLockOnTheBrokerIsUndoneByTheHandsetsOwnGreeting() throws Exception {
        Sale sale = enrolled().activate();
        Ledger ledger = Ledger.of(stack, sale);
        long locked = sale.awaitStage("REMINDED").revision();
        sale.press("offline");
        sale.pay();
        ledger.awaitTokenOf("RELEASED");
        ServiceDatabase.of(stack, Part.DEVICE_GATEWAY)
                .awaitNumber(Ledger.CARRIED.formatted(ledger.deviceId()), locked + 1);

        try (StolenGateway gateway = StolenGateway.of(stack)) {
            gateway.publishRetained(ledger.deviceId(), ledger.token(locked).getBytes(US_ASCII));
        }
        sale.press("online");

        sale.awaitStage("RELEASED", FREE_WITHIN);
        ledger.awaitReports("HandsetSeen", "TokenApplied");
        assertThat(sale.look().revision()).isEqualTo(locked + 1);
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    @Test
    @Tag("long")
    void aGatewayThatEverybodyTookForDeadFreesTheHandsetToo() {
        Handover overdue = enrolled();
        faults.freeze(Part.DEVICE_GATEWAY);
        Sale sale = overdue.activate();
        Ledger ledger = Ledger.of(stack, sale);
        ledger.awaitTokenOf("REMINDED");
        sale.pay();
        ledger.awaitTokenOf("RELEASED");
        ledger.topics().awaitNobodyIn("device-gateway");

        faults.thaw(Part.DEVICE_GATEWAY);

        sale.awaitStage("RELEASED");
        ledger.awaitReports("TokenApplied");
        ledger.showsOnce("REMINDED", "RELEASED");
    }

    /** A handset whose loan will be overdue from the moment on which it begins. */
    private Handover enrolled() {
        Handover overdue = Handover.of(stack, DAYS_OVERDUE);
        overdue.enroll();
        overdue.awaitEnrolled(new Topics(stack));
        return overdue;
    }
}
