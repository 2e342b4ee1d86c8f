package io.latchkey.decision.domain;

import io.latchkey.decision.domain.LoanEvent.ContestSettled;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.LoanEvent.EnrollmentCompleted;
import io.latchkey.decision.domain.LoanEvent.EnrollmentContested;
import io.latchkey.decision.domain.LoanEvent.LoanActivated;
import io.latchkey.decision.domain.LoanEvent.LoanClosed;
import io.latchkey.decision.domain.LoanEvent.PaymentReceived;
import io.latchkey.decision.domain.LoanEvent.PaymentReversed;
import io.latchkey.decision.domain.LoanEvent.Requested;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.events.Installment;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Tells what happens to one loan: three installments of 100, due on the first of February, March and April. */
final class LoanStory implements Surroundings {

    static final LoanId LOAN = new LoanId("ln_" + "0".repeat(32));
    static final LoanId OTHER_LOAN = new LoanId("ln_" + "1".repeat(32));
    static final DeviceId DEVICE = new DeviceId("d1_" + "0".repeat(32));
    static final DeviceId OTHER_DEVICE = new DeviceId("d1_" + "1".repeat(32));
    static final PartnerId PARTNER = new PartnerId("sandbox");
    static final Currency KES = Currency.getInstance("KES");
    static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    static final Policy STANDARD = new Policy(
            "standard",
            1,
            "KE",
            List.of(
                    new Policy.Step(0, Stage.REMINDED, List.of()),
                    new Policy.Step(30, Stage.RESTRICTED, List.of(Restriction.CAMERA, Restriction.GALLERY)),
                    new Policy.Step(45, Stage.LOCKED, List.of(Restriction.KIOSK))));

    private final List<Payment> parked = new ArrayList<>();
    private FeedState feed = new FeedState(Optional.of(Instant.MAX), Optional.empty());
    private boolean place = true;
    private Optional<Rules> rules = Optional.of(new Rules(
            STANDARD,
            new PartnerProfile("Sandbox Finance", "KE", NAIROBI, "+254700000000", "https://example.org/pay")));
    private Loan loan = Announced.first(LOAN, PARTNER);
    private Handset handset = Handset.unseen(DEVICE);
    private LocalDateTime here = LocalDateTime.parse("2026-01-10T12:00");

    static LoanStory begun() {
        return begunUnder(STANDARD, Packs.shipped());
    }

    /** The same loan under other rules, from its very beginning. */
    static LoanStory begunUnder(Policy policy, Packs packs) {
        LoanStory story = new LoanStory();
        story.rules = story.rules.map(rules -> new Rules(policy, rules.lender(), packs));
        story.activated();
        story.enrolled(1);
        return story;
    }

    /** Noon of a day. */
    LoanStory on(String date) {
        here = LocalDate.parse(date).atTime(12, 0);
        return this;
    }

    LoanStory at(LocalDateTime moment) {
        here = moment;
        return this;
    }

    Instant now() {
        return here.atZone(NAIROBI).toInstant();
    }

    Verdict activated() {
        return happens(activation());
    }

    static LoanActivated activation() {
        Schedule schedule =
                new Schedule(KES, List.of(due(1, "2026-02-01"), due(2, "2026-03-01"), due(3, "2026-04-01")));
        return new LoanActivated(
                LOAN, PARTNER, new Terms(DEVICE, schedule, NAIROBI, "standard", 1, "en", Optional.empty()));
    }

    Verdict enrolled(int number) {
        return happens(new EnrollmentCompleted(LOAN, PARTNER, DEVICE, number));
    }

    /** An older enrollment turns up. */
    Verdict contested(int newest, int rival) {
        return happens(new EnrollmentContested(LOAN, PARTNER, DEVICE, newest, rival));
    }

    Verdict settled(int newest, int kept) {
        return happens(new ContestSettled(LOAN, PARTNER, DEVICE, newest, kept));
    }

    Verdict paid(String paymentId, long minorUnits) {
        return happens(new PaymentReceived(LOAN, PARTNER, payment(paymentId, new Money(minorUnits, KES))));
    }

    Verdict reversed(String paymentId) {
        return happens(new PaymentReversed(LOAN, PARTNER, new Reversal(new PaymentId(paymentId), now())));
    }

    Verdict closed(ClosingReason reason) {
        return happens(new LoanClosed(LOAN, PARTNER, reason));
    }

    /** The loan's turn on a date. */
    Verdict judged(String date) {
        return on(date).judged();
    }

    Verdict judged() {
        return happens(new DeadlinePassed(LOAN, PARTNER));
    }

    Payment payment(String paymentId, Money amount) {
        return new Payment(new PaymentId(paymentId), amount, now());
    }

    Verdict happens(LoanEvent event) {
        return after(LockPolicy.decide(loan, event, this, now()));
    }

    Verdict happened(LoanEvent event) {
        return after(Uptake.of(loan, event, this, now()));
    }

    private Verdict after(Verdict verdict) {
        loan = verdict.loan();
        handset = verdict.handset().orElse(handset);
        parked.removeIf(payment -> verdict.claims().contains(payment.paymentId()));
        verdict.parking().forEach(parking -> parked.add(parking.payment()));
        return verdict;
    }

    void restored(Loan recorded) {
        loan = recorded;
    }

    /** The phone was never enrolled, so no screen can tell anything. */
    LoanStory withoutHandset() {
        handset = handset.bound(Bindings.NONE);
        return this;
    }

    /** The phone reports that it holds the newest revision. */
    Verdict shown() {
        return happens(new NoticeOutcome.Shown(LOAN, PARTNER, DEVICE, handset.revision()));
    }

    Verdict requested(Request request) {
        return happens(new Requested(LOAN, PARTNER, request));
    }

    LoanStory feedThrough(Instant moment) {
        feed = new FeedState(Optional.of(moment), feed.brakedBy());
        return this;
    }

    LoanStory braked(Optional<Reason> cause) {
        feed = new FeedState(feed.completeThrough(), cause);
        return this;
    }

    LoanStory places(boolean left) {
        place = left;
        return this;
    }

    LoanStory withoutPolicy() {
        rules = Optional.empty();
        return this;
    }

    LoanStory withPolicy() {
        rules = new LoanStory().rules;
        return this;
    }

    LoanStory deviceGovernedBy(Optional<LoanId> governor) {
        handset = new Handset(
                DEVICE, governor, handset.bindings(), handset.revision(), handset.stated(), handset.awaited());
        return this;
    }

    Contract contract() {
        return (Contract) loan;
    }

    private static Installment due(int number, String date) {
        return new Installment(number, LocalDate.parse(date), new Money(100, KES));
    }

    @Override
    public Handset handset(DeviceId deviceId) {
        return deviceId.equals(DEVICE) ? handset : Handset.unseen(deviceId);
    }

    @Override
    public Optional<Rules> rules(Contract contract) {
        return rules;
    }

    @Override
    public List<Payment> parked(LoanId loanId) {
        return List.copyOf(parked);
    }

    @Override
    public Optional<Payment> parked(PartnerId partnerId, PaymentId paymentId) {
        return parked.stream()
                .filter(payment -> payment.paymentId().equals(paymentId))
                .findFirst();
    }

    @Override
    public FeedState feed(Contract contract) {
        return feed;
    }

    @Override
    public boolean hasPlace(Contract contract) {
        return place;
    }
}
