package io.latchkey.decision.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.decision.domain.notice.OrderedNotice;
import io.latchkey.decision.domain.notice.OrderedNotice.Purpose;
import io.latchkey.events.BorrowerNotice.Consequence;
import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.Position;
import io.latchkey.events.policy.NeededNotice;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows which notices a contract needs before its steps, and which of them is to be ordered next: one after the other, each
 * only when the cure days of the one before are over. A notice holds for the due date that it named; who cured and falls
 * behind again is told anew.
 *
 * <p><b>Source:</b> the packs; for India the draft of the Reserve Bank of 20 May 2026, two notices in sequence.
 */
final class NoticePlan {

    static final Purpose ACCELERATION = new Purpose(Kind.ALL_IS_DUE, "all-is-due", 0);

    private final Contract contract;
    private final Position position;
    private final Rules rules;
    private final List<Stop> stops;
    private final Optional<Purpose> reversal;

    NoticePlan(Contract contract, Position position, Rules rules) {
        this.contract = contract;
        this.position = position;
        this.rules = rules;
        this.stops = position.oldestDueDate().map(this::stopsOf).orElse(List.of());
        this.reversal = Setback.of(contract, position, rules)
                .map(payment -> new Purpose(Kind.PAYMENT_TAKEN_BACK, payment.value(), 0));
    }

    /** A notice on the way up the ladder. */
    private record Stop(Purpose purpose, NeededNotice needed, Policy.Step step) {}

    private List<Stop> stopsOf(LocalDate oldest) {
        List<Stop> all = new ArrayList<>();
        for (Policy.Step step : rules.policy().ladder()) {
            for (NeededNotice needed : step.notices()) {
                all.add(new Stop(new Purpose(Kind.STEP_AHEAD, oldest.toString(), all.size()), needed, step));
            }
        }
        return all;
    }

    /** What keeps a step away because the borrower was not told, or not long enough ago; nothing if all is proved. */
    Optional<Hindrance> hindrance(Policy.Step step, Instant now) {
        return stops.stream()
                .filter(stop -> stop.step().dpd() <= step.dpd())
                .flatMap(stop -> unproved(stop.purpose(), endOfCure(stop), now).stream())
                .findFirst();
    }

    /** The same for money that was taken back, if that is what brought the arrears. */
    Optional<Hindrance> hindranceOfReversal(Instant now) {
        return reversal.flatMap(purpose -> unproved(purpose, endOfReversalNotice(purpose), now)
                .map(one -> one.reason() == Reason.CURE_PERIOD_RUNS
                        ? new Hindrance(Reason.REVERSAL_NOTICE_RUNS, one.until())
                        : one));
    }

    private Optional<Hindrance> unproved(Purpose purpose, Optional<Instant> end, Instant now) {
        if (end.isEmpty()) {
            return Optional.of(Hindrance.open(
                    contract.notices().isInVain(purpose) ? Reason.NO_CHANNEL : Reason.NOTICE_NOT_PROVED));
        }
        return end.filter(now::isBefore).map(until -> Hindrance.until(Reason.CURE_PERIOD_RUNS, until));
    }

    private Optional<Instant> endOfCure(Stop stop) {
        return contract.notices().provedAt(stop.purpose()).map(proved -> proved.atZone(
                        contract.terms().zone())
                .plusDays(stop.needed().cureDays())
                .toInstant());
    }

    private Optional<Instant> endOfReversalNotice(Purpose purpose) {
        return contract.notices()
                .provedAt(purpose)
                .map(proved -> proved.plus(rules.policy().arrears().reversalNotice()));
    }

    private Optional<Purpose> acceleration() {
        return Optional.of(ACCELERATION)
                .filter(purpose -> position.oldestDueDate().isPresent() && rules.acceleratesAfter(position.defaults()));
    }

    /** The notices that are to be ordered now, if the hour and all else allow it. */
    List<Due> due(Instant now) {
        List<Due> all = new ArrayList<>();
        nextStop(now)
                .filter(stop -> stop.needed().dpd() <= position.dpd())
                .ifPresent(
                        stop -> all.add(new Due(stop.purpose(), Optional.of(consequence(stop, now)), clauses(stop))));
        reversal.ifPresent(
                purpose -> all.add(new Due(purpose, stepAfterReversal(now), List.of(nameOf("reversalNotice")))));
        acceleration()
                .ifPresent(purpose -> all.add(new Due(purpose, Optional.empty(), List.of(nameOf("afterDefaults")))));
        return all.stream()
                .filter(one -> contract.notices()
                        .mayOrderFrom(one.purpose())
                        .filter(from -> !now.isBefore(from))
                        .isPresent())
                .toList();
    }

    /** A notice that is due to be ordered. */
    record Due(Purpose purpose, Optional<Consequence> consequence, List<String> clauses) {

        boolean isOfWhatWasSeen() {
            return purpose.kind() == Kind.TAMPERING_SEEN;
        }
    }

    /** The first one that was not proved, unless the cure days of the one before it run. */
    private Optional<Stop> nextStop(Instant now) {
        for (Stop stop : stops) {
            Optional<Instant> end = endOfCure(stop);
            if (end.isEmpty()) {
                return Optional.of(stop);
            }
            if (now.isBefore(end.get())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The moments after {@code now} at which a cure period ends or a notice may be ordered. */
    Stream<Instant> changesAfter(Instant now) {
        Stream<Instant> cures = stops.stream().flatMap(stop -> endOfCure(stop).stream());
        Stream<Instant> days = nextStop(now).stream().flatMap(stop -> orderFrom(stop.purpose(), startOf(stop)));
        Stream<Instant> others = Stream.of(reversal, acceleration())
                .flatMap(Optional::stream)
                .flatMap(purpose -> Stream.concat(orderFrom(purpose, now), endOfReversalNotice(purpose).stream()));
        return Stream.of(cures, days, others).flatMap(some -> some).filter(now::isBefore);
    }

    /** The moment of a notice itself, never before the day that it needs. */
    private Stream<Instant> orderFrom(Purpose purpose, Instant day) {
        return contract.notices().mayOrderFrom(purpose).stream()
                .map(from -> Stream.of(from, day).max(naturalOrder()).orElseThrow());
    }

    /** The moment that the feed must have passed before a notice may be ordered. */
    Optional<Instant> needsFeedThrough(Due due) {
        return stops.stream()
                .filter(stop -> stop.purpose().equals(due.purpose()))
                .findFirst()
                .map(this::startOf)
                .or(() -> position.oldestDueDate().map(contract.terms()::startOf));
    }

    private Instant startOf(Stop stop) {
        return contract.terms()
                .startOf(position.oldestDueDate()
                        .orElseThrow()
                        .plusDays(stop.needed().dpd()));
    }

    /**
     * What the screen has to tell: the step that lies ahead, with the first day on which it can come. Of several notices
     * the one that waits for its proof goes first.
     */
    Optional<OnScreen> onScreen() {
        return contract.notices().ordered().stream()
                .sorted(comparing((OrderedNotice one) -> one.provedAt().isPresent())
                        .thenComparing(OrderedNotice::orderedAt, reverseOrder()))
                .flatMap(notice -> consequenceOf(notice).stream()
                        .map(ahead -> new OnScreen(
                                notice.noticeId(), ahead, contract.terms().dateOf(notice.orderedAt()))))
                .filter(one -> contract.standing()
                        .escalatesTo(
                                new Standing(one.ahead().stage(), one.ahead().restrictions())))
                .findFirst();
    }

    /** A notice that the screen shows. */
    record OnScreen(String noticeId, Consequence ahead, LocalDate toldOn) {}

    private Optional<Consequence> consequenceOf(OrderedNotice notice) {
        Optional<Consequence> step = stops.stream()
                .filter(stop -> stop.purpose().equals(notice.purpose()))
                .findFirst()
                .map(stop -> consequence(stop, notice.orderedAt()));
        return step.isPresent() || !reversal.equals(Optional.of(notice.purpose()))
                ? step
                : stepAfterReversal(notice.orderedAt());
    }

    /** The step that is entered again when the notice of a reversal is over. */
    private Optional<Consequence> stepAfterReversal(Instant orderedAt) {
        Instant over = orderedAt.plus(rules.policy().arrears().reversalNotice());
        int days = Math.toIntExact(rules.policy().arrears().reversalNotice().toDays());
        return Ladder.reached(position, rules).reversed().stream()
                .findFirst()
                .map(reached -> new Consequence(
                        reached.step().stage(),
                        reached.step().restrictions(),
                        days,
                        contract.terms().dateOf(over)));
    }

    private Consequence consequence(Stop stop, Instant orderedAt) {
        LocalDate cured =
                contract.terms().dateOf(orderedAt).plusDays(stop.needed().cureDays());
        LocalDate reached = position.oldestDueDate()
                .orElseThrow()
                .plusDays(rules.packOn(position.asOf())
                        .firstDayOf(stop.step())
                        .orElse(stop.step().dpd()));
        return new Consequence(
                stop.step().stage(),
                stop.step().restrictions(),
                stop.needed().cureDays(),
                cured.isAfter(reached) ? cured : reached);
    }

    private List<String> clauses(Stop stop) {
        return List.of(
                rules.policy().clauseOf(stop.step()),
                rules.packOn(position.asOf()).id().toString());
    }

    private String nameOf(String place) {
        return rules.policy().name() + "@" + rules.policy().version() + "/" + place;
    }
}
