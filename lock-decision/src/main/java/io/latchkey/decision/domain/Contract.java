package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A loan whose terms we know.
 *
 * @param loanId the loan
 * @param partnerId the partner
 * @param decisions how many decisions were made about it
 * @param phase how far it has come
 * @param terms what was signed
 * @param facts what was reported of it
 * @param standing where it stands
 */
public record Contract(
        LoanId loanId, PartnerId partnerId, long decisions, Phase phase, Terms terms, Facts facts, Standing standing)
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
                Standing.CURRENT);
    }

    Contract with(Facts reported) {
        return new Contract(loanId, partnerId, decisions, phase, terms, reported, standing);
    }

    Contract begun() {
        return new Contract(loanId, partnerId, decisions, Phase.GOVERNING, terms, facts, standing);
    }

    Contract standing(Standing next) {
        Phase then = next.over() ? Phase.OVER : phase;
        return new Contract(loanId, partnerId, decisions, then, terms, facts, next);
    }

    Contract decided(long number) {
        return new Contract(loanId, partnerId, number, phase, terms, facts, standing);
    }

    /**
     * What the facts say at a moment.
     *
     * @param now business time
     * @return the position on the local date of that moment
     */
    public Position positionAt(Instant now) {
        return terms.schedule().positionOn(terms.dateOf(now), facts.paid());
    }

    boolean accepts(Payment payment) {
        return payment.amount().currency().equals(terms.schedule().currency());
    }

    /** Tells whether time may change what the loan's handset is told. */
    boolean runs() {
        return phase == Phase.GOVERNING && !facts.frozen();
    }

    /**
     * Tells from when time may take something from the borrower: money that was taken back takes notice, during which the
     * screen shows the amount that is due again; and a policy has hours.
     *
     * @param rules what the policy says of both
     * @param now business time
     * @return {@code now} if it may at once
     */
    Instant mayEscalateFrom(Rules rules, Instant now) {
        Instant noticed = endOfReversalNotice(rules).filter(now::isBefore).orElse(now);
        return rules.policy().window().nextOpening(noticed, terms.zone());
    }

    /** Tells whether the notice that the last reversal takes still runs. */
    boolean noticeOfReversalRuns(Rules rules, Instant now) {
        return endOfReversalNotice(rules).filter(now::isBefore).isPresent();
    }

    private Optional<Instant> endOfReversalNotice(Rules rules) {
        return facts.lastReversal()
                .map(learned -> learned.plus(rules.policy().arrears().reversalNotice()));
    }

    /** Tells whether the borrower owes nothing any more, because all is paid or the partner let go. */
    boolean settledAt(Position position) {
        return facts.letGo() || position.outstanding().minorUnits() == 0;
    }

    /**
     * The first moment after {@code now} at which time alone changes what is due or how the policy answers: the next
     * due date that money does not cover, the next step of the ladder, or another law.
     */
    Optional<Instant> nextDeadline(Position position, Rules rules) {
        Optional<LocalDate> due = terms.schedule().nextUncoveredDueDate(position.asOf(), facts.paid());
        Optional<LocalDate> step = Ladder.nextChange(position, rules);
        return Stream.of(due, step)
                .flatMap(Optional::stream)
                .sorted()
                .findFirst()
                .map(terms::startOf);
    }
}
