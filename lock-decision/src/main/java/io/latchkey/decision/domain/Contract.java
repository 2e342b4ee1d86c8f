package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Counting;
import io.latchkey.decision.domain.arrears.Defaults;
import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.decision.domain.notice.NoticeLedger;
import io.latchkey.decision.domain.request.Requests;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A loan whose terms we know.
 *
 * @param loanId the loan
 * @param partnerId the partner
 * @param decisions how many decisions were made about it
 * @param phase how far it has come
 * @param terms what was signed
 * @param facts what was reported of it
 * @param requests what was asked for it
 * @param notices what its borrower was told
 * @param standing where it stands
 * @param ascent the first step that took something in this time in arrears, or nothing if none did
 */
public record Contract(
        LoanId loanId,
        PartnerId partnerId,
        long decisions,
        Phase phase,
        Terms terms,
        Facts facts,
        Requests requests,
        NoticeLedger notices,
        Standing standing,
        Optional<Ascent> ascent)
        implements Loan {

    /** How far a contract has come; it never goes back. */
    public enum Phase {
        /** It may not govern its handset yet. */
        WAITING,
        /** It alone governs its handset. */
        GOVERNING,
        /** It is over, and touches its handset no more. */
        OVER
    }

    static Contract signed(Announced announced, Terms terms) {
        return new Contract(
                announced.loanId(),
                announced.partnerId(),
                announced.decisions(),
                Phase.WAITING,
                terms,
                announced.facts(),
                announced.requests(),
                NoticeLedger.EMPTY,
                Standing.CURRENT,
                Optional.empty());
    }

    Contract with(Facts reported) {
        return new Contract(loanId, partnerId, decisions, phase, terms, reported, requests, notices, standing, ascent);
    }

    Contract with(Requests asked) {
        return new Contract(loanId, partnerId, decisions, phase, terms, facts, asked, notices, standing, ascent);
    }

    /**
     * The same contract, and this in place of what its borrower was told.
     *
     * @param ledger that
     * @return the contract with it
     */
    public Contract with(NoticeLedger ledger) {
        return new Contract(loanId, partnerId, decisions, phase, terms, facts, requests, ledger, standing, ascent);
    }

    Contract begun() {
        return new Contract(
                loanId, partnerId, decisions, Phase.GOVERNING, terms, facts, requests, notices, standing, ascent);
    }

    Contract standing(Standing next) {
        Phase then = next.over() ? Phase.OVER : phase;
        return new Contract(loanId, partnerId, decisions, then, terms, facts, requests, notices, next, ascent);
    }

    Contract ascended(Optional<Ascent> first) {
        return new Contract(loanId, partnerId, decisions, phase, terms, facts, requests, notices, standing, first);
    }

    Contract decided(long number) {
        return new Contract(loanId, partnerId, number, phase, terms, facts, requests, notices, standing, ascent);
    }

    /**
     * What the facts say at a moment.
     *
     * @param now business time
     * @param rules how the contract counts, as far as that is known
     * @return the position on the local date of that moment
     */
    public Position positionAt(Instant now, Optional<Rules> rules) {
        LocalDate today = terms.dateOf(now);
        Counting plain = rules.map(Rules::counting).orElse(Counting.STRICT);
        int defaults = Defaults.upTo(today, terms.schedule(), facts, terms.zone(), plain);
        return scheduleOn(today)
                .positionOn(today, facts.paid(), counting(plain, rules, defaults))
                .withDefaults(defaults);
    }

    Schedule scheduleOn(LocalDate day) {
        return facts.scheduleOn(terms.schedule(), day, terms.zone());
    }

    /** All that remains is due once the borrower was told so, and as long as the defaults that led to it stand. */
    Counting counting(Counting plain, Optional<Rules> rules, int defaults) {
        Optional<LocalDate> acceleratedOn = rules.filter(known -> known.acceleratesAfter(defaults))
                .flatMap(known -> notices.provedAt(NoticePlan.ACCELERATION))
                .map(terms::dateOf);
        return new Counting(plain.tolerance(), plain.defaultFromDpd(), acceleratedOn);
    }

    boolean accepts(Payment payment) {
        return payment.amount().currency().equals(terms.schedule().currency());
    }

    /** Tells whether time may change what the loan's handset is told. */
    boolean runs() {
        return phase == Phase.GOVERNING && !facts.frozen();
    }

    /** Tells whether the borrower owes nothing any more, because all is paid or the partner let go. */
    boolean settledAt(Position position) {
        return facts.letGo() || position.outstanding().minorUnits() == 0;
    }

    /** From when a loan that is paid in full is over for good. */
    Optional<Instant> overFrom(Rules rules) {
        return facts.lastPayment()
                .map(last -> last.plus(rules.policy().arrears().settlementHold()));
    }

    /** Tells whether support's grant or the partner's own word keeps the handset free. */
    boolean isFreed(Rules rules, Instant now) {
        return requests.unlockAsked()
                || requests.grantedUntil(now, rules.policy().reprieves()).isPresent();
    }
}
