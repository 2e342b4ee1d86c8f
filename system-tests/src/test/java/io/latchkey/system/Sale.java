package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.client.HandsetView;
import io.latchkey.system.client.HandsetsClient;
import io.latchkey.system.client.PartnerClient;
import io.latchkey.system.client.RunningStack;
import io.latchkey.system.story.Borrower;
import java.time.Duration;

/** A handset that was sold on one installment, due on the day of the sale; it is reminded from the first moment. */
record Sale(RunningStack faces, Borrower borrower, String loanId) {

    static final long PRICE = 750_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Sale on(Stack stack) {
        Handover handover = Handover.of(stack, 0);
        Sale sale = handover.activate();
        handover.enroll();
        sale.awaitStage("REMINDED");
        return sale;
    }

    HandsetView look() {
        return new HandsetsClient(faces).look(borrower.imei());
    }

    HandsetView awaitStage(String stage) {
        return awaitStage(stage, PATIENCE);
    }

    void awaitRevision(long revision) {
        HandsetView view =
                new HandsetsClient(faces).await(borrower.imei(), seen -> seen.revision() >= revision, PATIENCE);
        assertThat(view.revision()).isGreaterThanOrEqualTo(revision);
    }

    HandsetView awaitStage(String stage, Duration patience) {
        HandsetView view = new HandsetsClient(faces)
                .await(
                        borrower.imei(),
                        seen -> seen.revision() > 0 && seen.stage().equals(stage),
                        patience);
        assertThat(view.stage()).isEqualTo(stage);
        return view;
    }

    void press(String button) {
        new HandsetsClient(faces).press(borrower.imei(), button);
    }

    void waitDays(int days) {
        BusinessClockClient clock = new BusinessClockClient(faces);
        clock.walkTo(clock.now().plus(Duration.ofDays(days)));
    }

    /** The whole price, not sent yet. */
    Delivery payment() {
        var now = new BusinessClockClient(faces).now();
        return Delivery.of(
                new PartnerClient(faces), PartnerClient.body("payment.received", now, borrower.payment(1, now)));
    }

    void pay() {
        payment().send().demand(202);
    }
}
