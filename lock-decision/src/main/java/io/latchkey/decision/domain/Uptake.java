package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes up what happened to a loan and decides nothing: its facts, requests and notices are as after a decision, and it
 * stands where it stood. That is how a lost database is built again: what was decided then is on record.
 *
 * <p>An event is taken up by the decision itself, made without any rules, of which only that is kept: so what an event
 * leaves behind is written down once.
 */
public final class Uptake {

    private Uptake() {}

    /**
     * Takes an event up.
     *
     * @param loan the loan before it
     * @param event what happened
     * @param around what else must be known
     * @param now business time
     * @return the loan after it and money that was parked or claimed; no decision and no intent
     * @throws IllegalArgumentException if the event contradicts the loan
     */
    public static Verdict of(Loan loan, LoanEvent event, Surroundings around, Instant now) {
        Verdict decided = LockPolicy.decide(loan, event, new Lawless(around), now);
        Loan then = Memory.of(loan, Optional.empty()).in(decided.loan(), loan.decisions());
        Optional<Handset> bound =
                decided.handset().map(one -> around.handset(one.deviceId()).bound(one.bindings()));
        return Verdict.takenUp(then, bound, decided.parking(), decided.claims());
    }

    /** Nothing follows from what happened, for no rule says what. */
    private record Lawless(Surroundings around) implements Surroundings {

        @Override
        public Handset handset(DeviceId deviceId) {
            return around.handset(deviceId);
        }

        @Override
        public Optional<Rules> rules(Contract contract) {
            return Optional.empty();
        }

        @Override
        public List<Payment> parked(LoanId loanId) {
            return around.parked(loanId);
        }

        @Override
        public Optional<Payment> parked(PartnerId partnerId, PaymentId paymentId) {
            return around.parked(partnerId, paymentId);
        }

        @Override
        public FeedState feed(Contract contract) {
            return around.feed(contract);
        }

        @Override
        public boolean hasPlace(Contract contract) {
            return around.hasPlace(contract);
        }
    }
}
