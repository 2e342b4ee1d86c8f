package io.latchkey.decision.it;

import io.latchkey.decision.app.DecisionSummary;
import io.latchkey.events.DeviceReport.Signed;
import io.latchkey.events.DeviceReport.TamperReported;
import io.latchkey.events.FleetDecision.BatchProposed;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.EscalationHeld;
import io.latchkey.events.LoanDecision.LoanRefused;
import io.latchkey.events.LoanDecision.PaymentParked;
import io.latchkey.events.LoanDecision.Released;
import io.latchkey.events.LoanDecision.StageEntered;
import io.latchkey.events.LockIntent;
import io.latchkey.events.NoticeReceipt.NoticeSent;
import io.latchkey.events.PartnerEvent.PartnerRegistered;
import io.latchkey.events.PartnerEvent.PolicyPublished;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.events.PartnerRequest.UnlockRequested;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.SupportRequest.BatchApproved;
import io.latchkey.events.SupportRequest.HoldPlaced;
import io.latchkey.events.SupportRequest.PaymentMatched;
import io.latchkey.events.policy.ArrearsTerms;
import io.latchkey.events.policy.Brake;
import io.latchkey.events.policy.Cap;
import io.latchkey.events.policy.NeededNotice;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Reprieves;
import io.latchkey.events.policy.Window;
import io.latchkey.kit.clock.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A lender's loans, to which everything happens that leaves something behind. */
record RebuiltFleet(Wire wire, PartnerId lender, BusinessClock clock) {

    /** Makes the lender known, and its payments complete for ever. */
    void begins() {
        wire.send(new PartnerRegistered(lender, Story.partner().profile()));
        wire.send(new PolicyPublished(lender, policy(), Optional.empty()));
        wire.completeFeed(new FeedWatermark(lender, Instant.parse("2100-01-01T00:00:00Z")));
    }

    void everythingHappens() {
        Story paidOff = sold(today());
        wire.send(paidOff.paid("all", 300));
        wire.await(Released.class, one -> one.loanId().equals(paidOff.loanId()));
        Story told = sold(today());
        Story sent = sold(today());
        Story crowded = sold(today());
        Story later = told.sameHandset().of(lender);
        wire.send(later.activated(1));
        Story wiped = sold(today());
        wire.send(wiped.enrolled(2));
        for (Story loan : List.of(told, sent, crowded, wiped)) {
            entered(loan, Stage.REMINDED);
        }
        wire.send(new HoldPlaced(
                wiped.loanId(), lender, "h1", "dispute", clock.now().plus(Duration.ofDays(60)), "u-1", clock.now()));
        tampered(wiped);
        moneyGoesAstray(wiped);

        Told.walk("P31D");
        wire.await(BatchProposed.class, one -> one.partnerId().equals(lender));
        wire.await(EscalationHeld.class, one -> one.loanId().equals(wiped.loanId()));
        Told.walk("PT25H");
        proved(told);
        wire.send(new NoticeSent(sent.loanId() + ":n1", sent.loanId(), lender, "email", clock.now(), "message-1"));
        decided(sent, "notice-proved");
        Told.walk("P14D");
        BatchProposed batch = wire.all(
                        BatchProposed.class, one -> one.partnerId().equals(lender))
                .getLast();
        wire.send(new BatchApproved(lender, batch.batchId(), "u-1", clock.now()));

        wire.send(sent.paid("some", 150));
        decided(sent, "payment-received");
        wire.send(sent.reversed("some", clock.now()));
        decided(sent, "payment-reversed");
        Told.walk("P2D");
    }

    private void decided(Story loan, String reason) {
        wire.await(
                LoanDecision.class,
                one -> one.loanId().equals(loan.loanId())
                        && DecisionSummary.of(one).reason().equals(reason));
    }

    private void tampered(Story loan) {
        Signed signed = new Signed(1, 1, Instant.now(), "a.b.c");
        wire.send(new TamperReported(loan.deviceId(), 2, "root", signed));
        decided(loan, "tampering-seen");
    }

    /** Money for nobody, of which support finds the owner; a match of what is not there; and a request for nobody. */
    private void moneyGoesAstray(Story owner) {
        Story nobody = Story.firstDueOn(today()).of(lender);
        wire.send(new PaymentMatched(
                owner.loanId(), lender, nobody.paid("lost", 10).paymentId(), "u-1", clock.now()));
        wire.await(LoanRefused.class, one -> one.loanId().equals(owner.loanId()));
        wire.send(nobody.paid("lost", 10));
        wire.send(nobody.paid("found", 20));
        wire.await(PaymentParked.class, one -> one.paymentId()
                .equals(nobody.paid("found", 20).paymentId()));
        wire.send(new PaymentMatched(
                owner.loanId(), lender, nobody.paid("found", 20).paymentId(), "u-1", clock.now()));
        decided(owner, "payment-matched");
        wire.send(new UnlockRequested(nobody.loanId(), lender, "r1", Reason.MISTAKE, clock.now()));
    }

    /** The handset holds the intent whose screen tells of the step ahead. */
    private void proved(Story loan) {
        LockIntent telling = wire.await(
                LockIntent.class,
                intent -> intent.deviceId().equals(loan.deviceId())
                        && intent.notice().ahead().isPresent());
        wire.send(loan.applied(telling));
        decided(loan, "notice-proved");
    }

    Story sold(LocalDate firstDue) {
        Story loan = Story.firstDueOn(firstDue).of(lender);
        wire.send(loan.activated(1));
        wire.send(loan.enrolled(1));
        return loan;
    }

    void entered(Story loan, Stage stage) {
        wire.await(StageEntered.class, one -> one.loanId().equals(loan.loanId()) && one.stage() == stage);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    }

    static Policy policy() {
        return new Policy(
                "standard",
                1,
                "ZZ",
                List.of(
                        new Policy.Step(0, Stage.REMINDED, List.of()),
                        new Policy.Step(30, Stage.RESTRICTED, List.of(Restriction.CAMERA)),
                        new Policy.Step(
                                45, Stage.LOCKED, List.of(Restriction.KIOSK), List.of(new NeededNotice(31, 7)))),
                Window.ALWAYS,
                ArrearsTerms.DEFAULT,
                Reprieves.DEFAULT,
                new Brake(Duration.ofDays(3650), 0.99, Duration.ofDays(3650)),
                new Cap(2, 1),
                List.of(),
                Optional.empty());
    }
}
