package io.latchkey.decision.app;

import io.latchkey.decision.domain.Addressee;
import io.latchkey.decision.domain.Announced;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.FeedState;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.LockPolicy;
import io.latchkey.decision.domain.Memory;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.Surroundings;
import io.latchkey.decision.domain.Uptake;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one transaction works on: everything it loaded under locks, and the verdicts it came to. */
public final class Docket implements Surroundings {

    private final Map<LoanId, Loan> loans;
    private final Map<DeviceId, Handset> handsets;
    private final Map<PolicyKey, Rules> rules;
    private final Map<LoanId, List<Payment>> parked;
    private final Map<ParkedKey, Payment> matchable;
    private final Fleet fleet;
    private final List<Verdict> verdicts = new ArrayList<>();

    /**
     * Begins with what was loaded.
     *
     * @param loans loans, locked
     * @param handsets handsets, locked
     * @param rules rules that were read
     * @param parked money that waits for loans, by the loan it names
     * @param matchable parked money that a match names, by partner and payment
     * @param fleet what is known of the loans' fleets
     */
    public Docket(
            Map<LoanId, Loan> loans,
            Map<DeviceId, Handset> handsets,
            Map<PolicyKey, Rules> rules,
            Map<LoanId, List<Payment>> parked,
            Map<ParkedKey, Payment> matchable,
            Fleet fleet) {
        this.loans = new HashMap<>(loans);
        this.handsets = new HashMap<>(handsets);
        this.rules = Map.copyOf(rules);
        this.parked = new HashMap<>(parked);
        this.matchable = new HashMap<>(matchable);
        this.fleet = fleet;
    }

    /** Decides one event on what the events before it left; if it throws, they left everything as it was. */
    Verdict decide(LoanEvent event, Instant now) {
        LoanEvent addressed =
                Addressee.of(event, loan(event), this).map(this::governing).orElse(event);
        Memory before = memory(loan(addressed));
        Verdict decided = LockPolicy.decide(loan(addressed), addressed, this, now);
        note(decided);
        fleet.note(decided);
        Memory then = memory(decided.loan());
        Verdict verdict = then.equals(before) ? decided : decided.remembering(then);
        verdicts.add(verdict);
        return verdict;
    }

    /** Takes one event up and decides nothing; if it throws, everything is as it was. */
    void takeUp(LoanEvent event, Instant now) {
        Verdict verdict = Uptake.of(loan(event), event, this, now);
        note(verdict);
        verdicts.add(verdict);
    }

    /**
     * Decides a loan that was built again. What moves nothing is no decision: then only what it waits for is noted.
     *
     * @return what is to be said of it, or nothing
     */
    Optional<Verdict> settle(LoanEvent.Rebuilt event, Instant now) {
        Loan before = loan(event);
        Verdict decided = LockPolicy.decide(before, event, this, now);
        Memory then = memory(decided.loan());
        boolean moves = decided.intent().isPresent() || !then.equals(memory(before));
        Verdict verdict = moves ? decided.remembering(then) : decided.undecided(before);
        note(verdict);
        verdicts.add(verdict);
        return Optional.of(verdict).filter(said -> moves);
    }

    /**
     * A loan as it is known by now.
     *
     * @return the loan; if it is not known, as it is when first named
     */
    Loan loan(LoanId loanId, PartnerId partnerId) {
        Loan known = loans.get(loanId);
        return known == null ? Announced.first(loanId, partnerId) : known;
    }

    /** What a loan remembers by now. */
    Memory memory(Loan loan) {
        return Memory.of(loan, fleet.batchOf(loan.loanId()));
    }

    /** Puts a loan in place as it stands on record. */
    void restore(Loan loan, Optional<String> batchId) {
        Verdict verdict = Verdict.takenUp(loan, Optional.empty(), List.of(), List.of());
        note(verdict);
        fleet.note(loan.loanId(), batchId);
        verdicts.add(verdict);
    }

    private void note(Verdict verdict) {
        loans.put(verdict.loan().loanId(), verdict.loan());
        verdict.handset().ifPresent(handset -> handsets.put(handset.deviceId(), handset));
        park(verdict);
    }

    private LoanEvent governing(Addressee.Redirected redirected) {
        Loan governor = Optional.ofNullable(loans.get(redirected.governor()))
                .orElseThrow(() -> new StaleDocketException(redirected.governor()));
        return redirected.to(governor);
    }

    private Loan loan(LoanEvent event) {
        return loan(event.loanId(), event.partnerId());
    }

    private void park(Verdict verdict) {
        if (verdict.parking().isEmpty() && verdict.claims().isEmpty()) {
            return;
        }
        verdict.claims()
                .forEach(
                        claimed -> matchable.remove(new ParkedKey(verdict.loan().partnerId(), claimed)));
        List<Payment> waiting = new ArrayList<>(parked(verdict.loan().loanId()));
        waiting.removeIf(payment -> verdict.claims().contains(payment.paymentId()));
        verdict.parking().forEach(parking -> waiting.add(parking.payment()));
        parked.put(verdict.loan().loanId(), List.copyOf(waiting));
    }

    @Override
    public Handset handset(DeviceId deviceId) {
        Handset known = handsets.get(deviceId);
        return known == null ? Handset.unseen(deviceId) : known;
    }

    @Override
    public Optional<Rules> rules(Contract contract) {
        return Optional.ofNullable(rules.get(PolicyKey.of(contract)));
    }

    @Override
    public List<Payment> parked(LoanId loanId) {
        return parked.getOrDefault(loanId, List.of());
    }

    @Override
    public Optional<Payment> parked(PartnerId partnerId, PaymentId paymentId) {
        return Optional.ofNullable(matchable.get(new ParkedKey(partnerId, paymentId)));
    }

    @Override
    public FeedState feed(Contract contract) {
        return fleet.feed(contract);
    }

    @Override
    public boolean hasPlace(Contract contract) {
        return fleet.hasPlace(contract);
    }

    /**
     * What was decided, in order; of several verdicts on one loan or handset the last stands.
     *
     * @return every verdict
     */
    public List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    /**
     * The loans' fleets, as they are after what was decided.
     *
     * @return the fleets
     */
    public Fleet fleet() {
        return fleet;
    }
}
