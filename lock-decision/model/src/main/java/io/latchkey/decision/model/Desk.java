package io.latchkey.decision.model;

import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.model.Letter.Matter;
import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies before the clerk until the next slip comes, with what was worked out of it today. */
final class Desk {

    static final Matter ALL_IS_DUE = new Matter(Kind.ALL_IS_DUE, "all-is-due", 0);

    private final Terms terms;
    private final Law law;
    private final Slips slips;
    private final Letters letters;
    private final Map<LocalDate, LocalDate> lightlyTakenOn;
    private final Asked asked;
    private final Owed owed;
    private final Map<LocalDate, Position> positions = new HashMap<>();
    private final Map<LocalDate, Optional<PaymentId>> setbacks = new HashMap<>();

    Desk(Terms terms, Law law, Slips slips, Letters letters, Map<LocalDate, LocalDate> lightlyTakenOn) {
        this.terms = terms;
        this.law = law;
        this.slips = slips;
        this.letters = letters;
        this.lightlyTakenOn = lightlyTakenOn;
        this.asked = new Asked(slips, law.policy().reprieves());
        this.owed = new Owed(terms, law, slips);
    }

    Law law() {
        return law;
    }

    Slips slips() {
        return slips;
    }

    Letters letters() {
        return letters;
    }

    Asked asked() {
        return asked;
    }

    ZoneId zone() {
        return terms.zone();
    }

    LocalDate dateOf(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    Position positionAt(Instant now) {
        return positions.computeIfAbsent(dateOf(now), today -> owed.on(today, letters.proof(ALL_IS_DUE)));
    }

    Optional<LocalDate> lightlyTakenOn(LocalDate dueDate) {
        return Optional.ofNullable(lightlyTakenOn.get(dueDate));
    }

    boolean isLightlyTakenBefore(LocalDate today) {
        return lightlyTakenOn.values().stream().anyMatch(day -> day.isBefore(today));
    }

    boolean isValid(Amendment amendment) {
        return owed.isValid(amendment);
    }

    Optional<Instant> settlementEnds() {
        return owed.lastMoney().map(last -> last.plus(law.policy().arrears().settlementHold()));
    }

    /** The payment without whose reversal the oldest due date would not be where it is. */
    Optional<PaymentId> setbackAt(Instant now) {
        return setbacks.computeIfAbsent(dateOf(now), today -> setback(positionAt(now)));
    }

    private Optional<PaymentId> setback(Position position) {
        List<Reversal> learned = new ArrayList<>();
        for (Reversal one : slips.reversals()) {
            boolean known = learned.stream().anyMatch(other -> other.paymentId().equals(one.paymentId()));
            boolean earlier = slips.reversals().stream()
                    .anyMatch(other -> other.paymentId().equals(one.paymentId())
                            && other.acceptedAt().isBefore(one.acceptedAt()));
            if (!known && !earlier) {
                learned.add(one);
            }
        }
        learned.sort((one, other) -> one.acceptedAt().equals(other.acceptedAt())
                ? one.paymentId().compareTo(other.paymentId())
                : one.acceptedAt().compareTo(other.acceptedAt()));
        for (int known = 0; known <= learned.size() && position.oldestDueDate().isPresent(); known++) {
            Owed then = new Owed(terms, law, slips.withOnly(learned.subList(0, known)));
            if (then.on(position.asOf(), letters.proof(ALL_IS_DUE))
                    .oldestDueDate()
                    .equals(position.oldestDueDate())) {
                return known == 0
                        ? Optional.empty()
                        : Optional.of(learned.get(known - 1).paymentId());
            }
        }
        return Optional.empty();
    }

    /** The next moment at which time alone can change anything: too many of them do no harm. */
    Instant nextMoment(Instant now) {
        List<Instant> moments = new ArrayList<>(asked.moments());
        for (LocalDate day = dateOf(now).minusDays(1); !day.isAfter(dateOf(now).plusDays(2)); day = day.plusDays(1)) {
            moments.add(startOf(day));
            moments.addAll(bothMomentsOf(day, law.policy().window().from()));
        }
        Optional.ofNullable(zone().getRules().nextTransition(now))
                .map(ZoneOffsetTransition::getInstant)
                .ifPresent(moments::add);
        settlementEnds().ifPresent(moments::add);
        for (Letter letter : letters.all()) {
            for (int days : Letters.DAYS_TO_WAIT) {
                moments.add(letter.orderedAt().plus(Duration.ofDays(days)));
            }
            letter.proof().ifPresent(proof -> {
                moments.add(proof.plus(law.policy().arrears().reversalNotice()));
                law.warnings()
                        .forEach(
                                one -> moments.add(endOfCure(proof, one.needed().cureDays())));
            });
        }
        return moments.stream().filter(now::isBefore).min(Instant::compareTo).orElseThrow();
    }

    Instant endOfCure(Instant proof, int days) {
        return proof.atZone(zone()).plusDays(days).toInstant();
    }

    /** An hour that the clocks show twice opens twice. */
    private List<Instant> bothMomentsOf(LocalDate day, LocalTime hour) {
        return zone().getRules().getValidOffsets(day.atTime(hour)).stream()
                .map(offset -> day.atTime(hour).toInstant(offset))
                .toList();
    }
}
