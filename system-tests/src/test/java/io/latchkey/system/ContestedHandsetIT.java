package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.OperatorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackUnderTest.class)
@Tag("long")
class ContestedHandsetIT {

    private static final int DAYS_UNTIL_LOCKED = 45;

    private final Stack stack;

    ContestedHandsetIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aPhoneInWhosePlaceAnotherEnrolledIsNotLockedAndItsPaymentFreesIt() throws Exception {
        Handover handover = Handover.of(stack, 0);
        Sale sale = handover.activate();
        handover.enroll();
        String deviceId = sale.awaitStage("REMINDED").deviceId();
        Ledger ledger = Ledger.of(stack, sale, deviceId);

        RawHandset.of(stack).enroll(sale.borrower().imei(), handover.enrollmentCode());
        long both = ledger.awaitIntentNaming(2, 1);
        sale.awaitRevision(both);
        sale.waitDays(DAYS_UNTIL_LOCKED);

        assertThat(sale.look().stage()).isEqualTo("REMINDED");
        ledger.awaitDecisionFor("handset-contested");
        sale.pay();
        assertThat(sale.awaitStage("RELEASED").restrictions()).isEmpty();
    }

    @Test
    void whoeverLosesTheContestIsHeardNoMoreAndThePhoneIsLockedLikeAnyOther() throws Exception {
        Handover handover = Handover.of(stack, 0);
        Sale sale = handover.activate();
        handover.enroll();
        String deviceId = sale.awaitStage("REMINDED").deviceId();
        RawHandset other = RawHandset.of(stack);
        sale.press("offline");
        var welcome = other.enroll(sale.borrower().imei(), handover.enrollmentCode());
        Ledger ledger = Ledger.of(stack, sale, deviceId);
        ledger.awaitIntentNaming(2);
        sale.press("online");
        ledger.awaitIntentNaming(2, 1);

        new OperatorClient(stack.faces()).settleContest(deviceId, 1);
        ledger.awaitIntentNaming(1);
        sale.waitDays(DAYS_UNTIL_LOCKED);

        sale.awaitStage("LOCKED");
        assertThat(other.fetchToken(welcome)).isEqualTo(403);
    }
}
