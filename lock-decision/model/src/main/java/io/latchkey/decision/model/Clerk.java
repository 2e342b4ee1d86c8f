package io.latchkey.decision.model;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.NoticeOutcome;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.model.Letter.Matter;
import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.LoanId;
import io.latchkey.events.Position;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides for one loan what shall become of its handset, by all the slips, at every moment anew. */
public final class Clerk {

    private final Law law;
    private final Slips slips = Slips.none();
    private final Letters letters = new Letters();
    private final Map<LocalDate, LocalDate> lightlyTakenOn = new HashMap<>();
    private Optional<LoanId> loanId = Optional.empty();
    private Optional<Terms> terms = Optional.empty();
    private Optional<Desk> desk = Optional.empty();
    private Stand stand = Stand.CURRENT;
    private int timesTaken;

    /**
     * A clerk who knows of no loan yet.
     *
     * @param policy what the loan is signed under
     * @param packs every country's law
     */
    public Clerk(Policy policy, Packs packs) {
        this.law = new Law(policy, packs);
    }

    /**
     * Where the loan stands.
     *
     * @return stage and restrictions
     */
    public Stand stand() {
        return stand;
    }

    /**
     * What the borrower was told.
     *
     * @return every letter in the order in which they were ordered
     */
    public List<Letter> letters() {
        return letters.all();
    }

    /**
     * How often the clerk took something from the borrower.
     *
     * @return one for each step, however many he went over
     */
    public int timesTaken() {
        return timesTaken;
    }

    /**
     * What is owed.
     *
     * @param now the moment
     * @return the position on its local day
     */
    public Position positionAt(Instant now) {
        return desk().positionAt(now);
    }

    /**
     * A slip comes in; it may free, or leave as it is.
     *
     * @param event what it says
     * @param now when it comes
     */
    public void hears(LoanEvent event, Instant now) {
        if (desk.isPresent() && isRefused(event)) {
            return;
        }
        if (event instanceof LoanEvent.BindingChanged change && governs()) {
            slips.showsIn(change);
        }
        slips.keep(event);
        if (event instanceof LoanEvent.LoanActivated activated) {
            loanId = Optional.of(activated.loanId());
            terms = Optional.of(activated.terms());
        }
        switch (event) {
            case NoticeOutcome.Sent sent -> letters.sent(sent.noticeId(), sent.sentAt());
            case NoticeOutcome.Failed failed -> letters.cameBack(failed.noticeId());
            case NoticeOutcome.Shown shown -> letters.shown(shown.revision(), now);
            default -> {}
        }
        if (terms.isPresent()) {
            desk = Optional.of(new Desk(terms.get(), law, slips, letters, lightlyTakenOn));
            boolean counts = !(event instanceof LoanEvent.LoanAmended amended) || desk().isValid(amended.amendment());
            Stand before = stand;
            stand = counts ? standAfterASlip(now) : stand;
            tellOfTheEnd(before, now);
        }
    }

    private boolean governs() {
        return terms.isPresent() && stand.stage() != Stage.RELEASED;
    }

    /** Who has paid all is told so, once. */
    private void tellOfTheEnd(Stand before, Instant now) {
        boolean ends = before.stage() != Stage.RELEASED && stand.stage() == Stage.RELEASED;
        if (ends && positionAt(now).outstanding().minorUnits() == 0) {
            letters.order(nextId(), new Matter(Kind.PAID_OFF, "paid-off", 0), now);
        }
    }

    /** What cannot be done is no event of the loan. */
    private static boolean isRefused(LoanEvent event) {
        return event instanceof LoanEvent.LoanActivated || event instanceof LoanEvent.PaymentMatched;
    }

    /**
     * The handset was told something that carries a letter.
     *
     * @param letter the letter
     * @param word the number of what was said
     */
    public void said(String letter, long word) {
        letters.carried(letter, word);
    }

    /**
     * The clerk looks up: what had to wait for its time may come.
     *
     * @param now the moment
     * @param outside what else keeps steps away
     * @return whether anything came of it
     */
    public boolean looks(Instant now, Outside outside) {
        if (terms.isEmpty()) {
            return false;
        }
        Stand before = stand;
        int told = letters.all().size();
        Optional<Stand> settled = settled(now);
        if (settled.isPresent()) {
            stand = settled.get();
            tellOfTheEnd(before, now);
        } else {
            Ladder ladder = new Ladder(desk(), before, now, outside);
            stand = ladder.whereTimeLeads();
            ladder.lettersToOrder().forEach(matter -> letters.order(nextId(), matter, now));
            note(before, now);
        }
        return !stand.equals(before) || letters.all().size() > told;
    }

    private String nextId() {
        return loanId.orElseThrow() + ":n" + (letters.all().size() + 1);
    }

    /**
     * A step that takes but does not lock is remembered for the arrears in which it was entered, until the next one is
     * entered in other arrears, or without any.
     */
    private void note(Stand before, Instant now) {
        if (!before.isMilderThan(stand) || !stand.takes()) {
            return;
        }
        timesTaken++;
        Optional<LocalDate> oldest = positionAt(now).oldestDueDate();
        if (!stand.locks()) {
            lightlyTakenOn.keySet().retainAll(oldest.map(Set::of).orElse(Set.of()));
            oldest.ifPresent(due -> lightlyTakenOn.putIfAbsent(due, desk().dateOf(now)));
        }
    }

    private Stand standAfterASlip(Instant now) {
        Optional<Stand> settled = settled(now);
        if (settled.isPresent()) {
            return settled.get();
        }
        Stand ceiling = new Ladder(desk(), stand, now, new Outside(Optional.empty(), true, false)).ceiling();
        return stand.isMilderThan(ceiling) ? stand : ceiling;
    }

    /** Where the loan stands whatever its ladder says; nothing if the ladder says it. */
    private Optional<Stand> settled(Instant now) {
        if (stand.stage() == Stage.RELEASED || slips.letGo()) {
            return Optional.of(Stand.RELEASED);
        }
        if (positionAt(now).outstanding().minorUnits() == 0) {
            boolean mayBeTakenBack =
                    desk().settlementEnds().filter(now::isBefore).isPresent();
            return Optional.of(mayBeTakenBack ? Stand.CURRENT : Stand.RELEASED);
        }
        if (slips.repossessed()) {
            return Optional.of(stand);
        }
        return desk().asked().isFreed(now) ? Optional.of(Stand.CURRENT) : Optional.empty();
    }

    /**
     * The next moment at which the clerk has to look up.
     *
     * @param now a moment
     * @return a later one
     */
    public Optional<Instant> nextLook(Instant now) {
        return desk.map(one -> one.nextMoment(now));
    }

    private Desk desk() {
        return desk.orElseThrow();
    }
}
