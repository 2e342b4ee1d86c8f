package io.latchkey.decision.model;

import io.latchkey.decision.domain.request.Request;
import io.latchkey.decision.model.Law.Warning;
import io.latchkey.decision.model.Letter.Matter;
import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.PartnerRequest;
import io.latchkey.events.Position;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.TamperConsequence;
import io.latchkey.events.policy.TamperSignal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the ladder, the partner's word and a handset's signs lead to at one moment. */
final class Ladder {

    private final Desk desk;
    private final Law law;
    private final Stand before;
    private final Instant now;
    private final Outside outside;
    private final LocalDate today;
    private final Position position;
    private final List<Reached> reached;

    Ladder(Desk desk, Stand before, Instant now, Outside outside) {
        this.desk = desk;
        this.law = desk.law();
        this.before = before;
        this.now = now;
        this.outside = outside;
        this.today = desk.dateOf(now);
        this.position = desk.positionAt(now);
        this.reached = reached();
    }

    /** A step, or what a sign of tampering leads to, and since which day. */
    private record Reached(Stand stand, Optional<Policy.Step> step, LocalDate on) {

        static Reached of(Policy.Step step, LocalDate on) {
            return new Reached(Stand.of(step.stage(), step.restrictions()), Optional.of(step), on);
        }
    }

    Stand ceiling() {
        return reached.isEmpty() ? Stand.CURRENT : reached.getLast().stand();
    }

    Stand whereTimeLeads() {
        if (!before.isMilderThan(ceiling())) {
            return ceiling();
        }
        for (Reached one : reached.reversed()) {
            if (before.isMilderThan(one.stand()) && isOpen(one)) {
                return one.stand();
            }
        }
        return before;
    }

    private List<Reached> reached() {
        List<Reached> all = new ArrayList<>();
        if (position.oldestDueDate().isPresent()) {
            for (Policy.Step step : law.policy().ladder()) {
                law.firstDayOf(step, today, position.dpd())
                        .ifPresent(day -> all.add(
                                Reached.of(step, position.oldestDueDate().get().plusDays(day))));
            }
        }
        demanded().ifPresent(step -> addIfHarsher(all, Reached.of(step, today)));
        for (TamperConsequence one : law.policy().tamper()) {
            Stand stand = Stand.of(one.stage(), one.restrictions());
            if (desk.asked().showed(one.signal()) && (!stand.takes() || law.allowsBeyondArrears(today))) {
                addIfHarsher(all, new Reached(stand, Optional.empty(), today));
            }
        }
        return all;
    }

    private static void addIfHarsher(List<Reached> all, Reached one) {
        Stand ceiling = all.isEmpty() ? Stand.CURRENT : all.getLast().stand();
        if (ceiling.isMilderThan(one.stand())) {
            all.add(one);
        }
    }

    private Optional<Policy.Step> demanded() {
        boolean asked = false;
        for (Request.Lock lock : desk.asked().locks(now)) {
            asked |= position.oldestDueDate().isPresent()
                    || (lock.reason() != PartnerRequest.Reason.DELINQUENT && law.allowsBeyondArrears(today));
        }
        boolean lawful = law.allowsTaking(position.dpd(), today);
        return asked && lawful
                ? law.policy().ladder().stream().filter(Law::locks).findFirst()
                : Optional.empty();
    }

    private boolean isOpen(Reached one) {
        boolean place = !one.stand().takes() || outside.place();
        return place
                && law.isOpen(now, desk.zone())
                && nothingIsHeld()
                && one.step().map(step -> isReady(step, one.on())).orElse(true)
                && setbackIsTold();
    }

    private boolean isReady(Policy.Step step, LocalDate reachedOn) {
        return outside.isCompleteThrough(desk.startOf(reachedOn)) && isToldBefore(step) && isLightlyTakenBefore(step);
    }

    private boolean nothingIsHeld() {
        boolean waits = position.oldestDueDate()
                .filter(due -> desk.asked().waitsForMoney(now, desk.startOf(due)))
                .isPresent();
        return !outside.braked() && !desk.slips().contested() && !desk.asked().isHeld(now) && !waits;
    }

    private boolean setbackIsTold() {
        return setback().isEmpty()
                || desk.letters()
                        .proof(setback().get())
                        .filter(proof ->
                                !now.isBefore(proof.plus(law.policy().arrears().reversalNotice())))
                        .isPresent();
    }

    private Optional<Matter> setback() {
        return desk.setbackAt(now).map(payment -> new Matter(Kind.PAYMENT_TAKEN_BACK, payment.value(), 0));
    }

    private boolean isToldBefore(Policy.Step step) {
        return position.oldestDueDate().isEmpty()
                || law.warnings().stream()
                        .filter(warning -> warning.step().dpd() <= step.dpd())
                        .allMatch(this::isCured);
    }

    private boolean isCured(Warning warning) {
        return desk.letters()
                .proof(matterOf(warning))
                .filter(proof ->
                        !now.isBefore(desk.endOfCure(proof, warning.needed().cureDays())))
                .isPresent();
    }

    private Matter matterOf(Warning warning) {
        return new Matter(
                Kind.STEP_AHEAD, position.oldestDueDate().orElseThrow().toString(), warning.index());
    }

    private boolean isLightlyTakenBefore(Policy.Step step) {
        return !Law.locks(step)
                || !law.wantsLighterStep(today)
                || position.oldestDueDate()
                        .flatMap(desk::lightlyTakenOn)
                        .filter(day -> day.isBefore(today))
                        .isPresent()
                || (before.takes() && !before.locks() && desk.isLightlyTakenBefore(today));
    }

    /** What the borrower must be told now: of what lies ahead, and of what his phone showed. */
    List<Matter> lettersToOrder() {
        List<Matter> wanted = new ArrayList<>();
        if (law.isOpen(now, desk.zone())) {
            if (nothingIsHeld()) {
                position.oldestDueDate().ifPresent(oldest -> wanted.addAll(ahead(oldest)));
                wanted.removeIf(matter -> !desk.letters().mayOrder(matter, now));
            }
            for (TamperSignal signal : TamperSignal.values()) {
                Matter matter = new Matter(Kind.TAMPERING_SEEN, signal.wireName(), 0);
                if (desk.asked().showed(signal) && !desk.letters().wasOrdered(matter)) {
                    wanted.add(matter);
                }
            }
        }
        return wanted;
    }

    private List<Matter> ahead(LocalDate oldest) {
        List<Matter> wanted = new ArrayList<>();
        for (Warning warning : law.warnings()) {
            if (!isCured(warning)) {
                boolean untold = desk.letters().proof(matterOf(warning)).isEmpty();
                boolean reached = warning.needed().dpd() <= position.dpd();
                if (untold
                        && reached
                        && outside.isCompleteThrough(
                                desk.startOf(oldest.plusDays(warning.needed().dpd())))) {
                    wanted.add(matterOf(warning));
                }
                break;
            }
        }
        if (outside.isCompleteThrough(desk.startOf(oldest))) {
            setback().ifPresent(wanted::add);
            if (law.policy()
                    .arrears()
                    .afterDefaults()
                    .filter(limit -> position.defaults() >= limit)
                    .isPresent()) {
                wanted.add(Desk.ALL_IS_DUE);
            }
        }
        return wanted;
    }
}
