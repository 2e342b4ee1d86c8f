package io.latchkey.decision.proof;

import io.latchkey.decision.domain.Announced;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.FeedState;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.LockPolicy;
import io.latchkey.decision.domain.Need;
import io.latchkey.decision.domain.Reason;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.Surroundings;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Position;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One loan as its service keeps it: the engine is asked with each event, and by the clock whenever it wants to be. */
final class Engine implements Surroundings {

    private final Rules rules;
    private final List<Payment> parked = new ArrayList<>();
    private Loan loan = Announced.first(Names.LOAN, Names.PARTNER);
    private Handset handset = Handset.unseen(Names.DEVICE);
    private Optional<Instant> deadline = Optional.empty();
    private Need need = Need.NOTHING;
    private FeedState feed = new FeedState(Optional.of(Instant.MAX), Optional.empty());
    private boolean place = true;
    private int placesTaken;

    Engine(Policy policy, Packs packs, ZoneId zone) {
        rules = new Rules(
                policy,
                new PartnerProfile("Sandbox Finance", "KE", zone, "+254700000000", "https://example.org/pay"),
                packs);
    }

    void happens(LoanEvent event, Instant now) {
        Verdict verdict = LockPolicy.decide(loan, event, this, now);
        loan = verdict.loan();
        handset = verdict.handset().orElse(handset);
        parked.removeIf(payment -> verdict.claims().contains(payment.paymentId()));
        verdict.parking().forEach(parking -> parked.add(parking.payment()));
        deadline = verdict.nextDeadline();
        need = verdict.need();
        placesTaken += verdict.takesPlace() ? 1 : 0;
    }

    void complete(Instant through) {
        feed = new FeedState(Optional.of(through), feed.brakedBy());
    }

    void braked(boolean on) {
        feed = new FeedState(feed.completeThrough(), on ? Optional.of(Reason.FEED_SILENT) : Optional.empty());
    }

    void placeLeft(boolean left) {
        place = left;
    }

    Optional<Instant> deadline() {
        return deadline;
    }

    /** Whether the loan's turn has come: by time, or because what it waited for is there. */
    boolean isDue(Instant now) {
        return deadline.filter(moment -> !moment.isAfter(now)).isPresent()
                || need.feedThrough().filter(this::hasPassed).isPresent()
                || (need.brakeOff() && feed.brakedBy().isEmpty())
                || (need.place() && place);
    }

    private boolean hasPassed(Instant moment) {
        return feed.completeThrough()
                .filter(through -> !through.isBefore(moment))
                .isPresent();
    }

    void takesItsTurn(Instant now) {
        happens(new DeadlinePassed(Names.LOAN, Names.PARTNER), now);
    }

    /** The loan's contract, once it was activated. */
    Optional<Contract> contract() {
        return loan instanceof Contract contract ? Optional.of(contract) : Optional.empty();
    }

    Position positionAt(Instant now) {
        return contract().orElseThrow().positionAt(now, Optional.of(rules));
    }

    int placesTaken() {
        return placesTaken;
    }

    Handset handset() {
        return handset;
    }

    /** Whether a phone listens. */
    boolean isHeard() {
        return !handset.bindings().heard().isEmpty();
    }

    /** As the service asks before it passes a phone's word on. */
    boolean takesAsProof(long revision) {
        return handset.bindings().heard().stream()
                .anyMatch(enrollment -> handset.isProofBy(
                        new HandsetWord(Names.DEVICE, enrollment, revision, Optional.empty(), false)));
    }

    @Override
    public Handset handset(DeviceId deviceId) {
        return handset;
    }

    @Override
    public Optional<Rules> rules(Contract contract) {
        return Optional.of(rules);
    }

    @Override
    public List<Payment> parked(LoanId loanId) {
        return List.copyOf(parked);
    }

    @Override
    public Optional<Payment> parked(PartnerId partnerId, PaymentId paymentId) {
        return Optional.empty();
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
