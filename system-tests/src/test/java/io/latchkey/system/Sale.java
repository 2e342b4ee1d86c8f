package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.client.HandsetView;
import io.latchkey.system.client.HandsetsClient;
import io.latchkey.system.client.OperatorClient;
import io.latchkey.system.client.PartnerClient;
import io.latchkey.system.client.RunningStack;
import io.latchkey.system.story.Borrower;
import io.latchkey.system.story.Imeis;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A handset that was sold on one installment, due on the day of the sale; it is reminded from the first moment. */
record Sale(RunningStack faces, Borrower borrower, String loanId) {

    static final long PRICE = 750_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Sale on(Stack stack) {
        RunningStack faces = stack.faces();
        var now = new BusinessClockClient(faces).now();
        LocalDate today = now.atZone(ZoneId.of(Borrower.ZONE)).toLocalDate();
        String imei = Imeis.random(RandomGenerator.getDefault());
        Borrower borrower = new Borrower("a borrower", "TEST-" + UUID.randomUUID(), imei, List.of(today), PRICE);
        var answer = borrower.activate(new PartnerClient(faces), now).answer().demand(202);
        String code = new OperatorClient(faces).enrollmentCode(borrower.accountNumber(), imei);
        new HandsetsClient(faces).enroll(imei, code);
        Sale sale = new Sale(faces, borrower, answer.body().path("loanId").asText());
        sale.awaitStage("REMINDED");
        return sale;
    }

    HandsetView look() {
        return new HandsetsClient(faces).look(borrower.imei());
    }

    HandsetView awaitStage(String stage) {
        HandsetView view = new HandsetsClient(faces)
                .await(
                        borrower.imei(),
                        seen -> seen.revision() > 0 && seen.stage().equals(stage),
                        PATIENCE);
        assertThat(view.stage()).isEqualTo(stage);
        return view;
    }

    void waitDays(int days) {
        BusinessClockClient clock = new BusinessClockClient(faces);
        clock.walkTo(clock.now().plus(Duration.ofDays(days)));
    }

    void pay() {
        borrower.pay(new PartnerClient(faces), 1, new BusinessClockClient(faces).now())
                .answer()
                .demand(202);
    }
}
