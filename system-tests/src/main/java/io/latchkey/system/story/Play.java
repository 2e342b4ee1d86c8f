package io.latchkey.system.story;

import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.client.ExplainClient;
import io.latchkey.system.client.ExplainClient.Explanation;
import io.latchkey.system.client.HandsetView;
import io.latchkey.system.client.HandsetsClient;
import io.latchkey.system.client.MailboxClient;
import io.latchkey.system.client.OperatorClient;
import io.latchkey.system.client.PartnerClient;
import io.latchkey.system.client.PartnerClient.Sent;
import io.latchkey.system.client.RunningStack;
import io.latchkey.system.story.Narrator.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What stories are made of: things that people do, each checked at the handset. */
final class Play {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final PartnerClient partner;
    private final OperatorClient operator;
    private final HandsetsClient handsets;
    private final MailboxClient mailbox;
    private final ExplainClient explain;
    private final BusinessClockClient clock;
    private final Narrator narrator;

    Play(RunningStack stack, Narrator narrator) {
        this.partner = new PartnerClient(stack);
        this.operator = new OperatorClient(stack);
        this.handsets = new HandsetsClient(stack);
        this.mailbox = new MailboxClient(stack);
        this.explain = new ExplainClient(stack);
        this.clock = new BusinessClockClient(stack);
        this.narrator = narrator;
    }

    LocalDate today() {
        return clock.now().atZone(ZoneId.of(Borrower.ZONE)).toLocalDate();
    }

    /** Sells the phone and enrolls it; answers the loan's id. */
    String begins(Borrower borrower) {
        String loanId = borrower.activate(partner, clock.now())
                .answer()
                .demand(202)
                .body()
                .path("loanId")
                .asText();
        String code = operator.enrollmentCode(borrower.accountNumber(), borrower.imei());
        Instant switchedOnAt = Instant.now();
        handsets.enroll(borrower.imei(), code);
        check(borrower, borrower.label() + " takes the phone home", Wish.free(), Optional.of(switchedOnAt));
        return loanId;
    }

    void morningOf(LocalDate date) {
        narrator.doing("the business clock walks to " + date);
        clock.walkTo(date.atTime(MORNING).atZone(ZoneId.of(Borrower.ZONE)).toInstant());
    }

    void pays(Borrower borrower, int installments, Wish then) {
        String what = borrower.label() + " pays "
                + Amounts.text(
                        installments * borrower.installment(), borrower.market().currency());
        Sent sent = borrower.pay(partner, installments, clock.now());
        sent.answer().demand(202);
        check(borrower, what, then, Optional.of(sent.firstByteAt()));
    }

    /** From here on nothing reaches the handset; what it obeys stays in force. */
    void switchesOff(Borrower borrower, Wish still) {
        handsets.press(borrower.imei(), "offline");
        check(borrower, borrower.label() + " switches the phone off", still.offline(), Optional.empty());
    }

    void switchesOn(Borrower borrower, Wish then) {
        Instant pressedAt = Instant.now();
        handsets.press(borrower.imei(), "online");
        check(borrower, borrower.label() + " switches the phone on", then, Optional.of(pressedAt));
    }

    /** A factory reset: the phone enrolls again by itself, and is told again what it shall be. */
    void wipes(Borrower borrower, Wish then) {
        Instant pressedAt = Instant.now();
        handsets.press(borrower.imei(), "wipe");
        check(borrower, borrower.label() + " wipes the phone, which enrolls again", then, Optional.of(pressedAt));
    }

    void is(Borrower borrower, String what, Wish wish) {
        check(borrower, what, wish, Optional.empty());
    }

    /** So many letters reached the borrower by now; tells the newest one's subject. */
    void hasMail(Borrower borrower, int letters) {
        List<String> subjects =
                Waiting.until(PATIENCE, () -> mailbox.subjectsFor(borrower.email()), found -> found.size() >= letters);
        Step step = new Step(
                borrower.label() + " has mail",
                "letter " + letters,
                subjects.isEmpty() ? "no letter" : "letter " + subjects.size() + ": " + subjects.getLast(),
                subjects.size() == letters,
                Optional.empty());
        tell(step);
    }

    /** Says why the loan stands where it stands, in lock-decision's own words. */
    void explained(String loanId) {
        Explanation explanation = Waiting.until(PATIENCE, () -> explain.now(loanId), one -> one.pending() == 0);
        explanation.because().forEach(sentence -> narrator.doing("  " + sentence));
        tell(new Step(
                "the decision, worked out again from what is on record",
                "the same",
                explanation.agrees() ? "the same" : "another",
                explanation.agrees(),
                Optional.empty()));
    }

    private void check(Borrower borrower, String what, Wish wish, Optional<Instant> since) {
        HandsetView view = handsets.await(borrower.imei(), wish, PATIENCE);
        Optional<Duration> latency = since.flatMap(
                start -> view.appliedAt().filter(start::isBefore).map(applied -> Duration.between(start, applied)));
        tell(new Step(what, wish.toString(), view.toString(), wish.test(view), latency));
    }

    private void tell(Step step) {
        narrator.step(step);
        if (!step.ok()) {
            throw new StoryFailedException(step);
        }
    }
}
