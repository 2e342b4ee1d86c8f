package io.latchkey.decision.proof;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.decision.model.Clerk;
import io.latchkey.decision.model.Stand;
import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares where engine and clerk stand. */
final class Comparison {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd EEE HH:mm xxx");

    private final ZoneId zone;
    private final Engine engine;
    private final Clerk clerk;
    private Optional<LocalDate> lastDay = Optional.empty();

    Comparison(ZoneId zone, Engine engine, Clerk clerk) {
        this.zone = zone;
        this.engine = engine;
        this.clerk = clerk;
    }

    String local(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** What differs at a moment; positions are compared once a day and whenever something was told. */
    Optional<String> at(Instant now, boolean told, boolean clockGoes) {
        Contract contract = engine.contract().orElseThrow();
        Stand engines = stand(contract.standing());
        if (!engines.equals(clerk.stand())) {
            return Optional.of(local(now) + ": the engine stands at " + engines + ", the clerk at " + clerk.stand());
        }
        if (engine.placesTaken() != clerk.timesTaken()) {
            return Optional.of(local(now) + ": the engine took something " + engine.placesTaken() + " times, the clerk "
                    + clerk.timesTaken());
        }
        List<Told> ordered = ordered(contract);
        List<Told> wanted = wanted();
        if (!ordered.equals(wanted)) {
            return Optional.of(local(now) + ": the engine ordered " + ordered + ", the clerk " + wanted);
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        if (!told && lastDay.filter(today::equals).isPresent()) {
            return Optional.empty();
        }
        lastDay = Optional.of(today);
        Position position = clerk.positionAt(now);
        if (!engine.positionAt(now).equals(position)) {
            return Optional.of(
                    local(now) + ": the engine counts " + engine.positionAt(now) + ", the clerk " + position);
        }
        return clockGoes ? screen(contract, position).map(what -> local(now) + ": " + what) : Optional.empty();
    }

    private static List<Told> ordered(Contract contract) {
        return contract.notices().ordered().stream()
                .map(one -> new Told(
                        one.noticeId(),
                        one.purpose().kind(),
                        one.purpose().about(),
                        one.purpose().index(),
                        one.orderedAt()))
                .toList();
    }

    private List<Told> wanted() {
        return clerk.letters().stream()
                .map(one -> new Told(
                        one.id(),
                        one.matter().kind(),
                        one.matter().about(),
                        one.matter().index(),
                        one.orderedAt()))
                .toList();
    }

    /** A notice of the engine's, or a letter of the clerk's. */
    private record Told(String id, Kind kind, String about, int index, Instant orderedAt) {}

    /** The phone must have been told what holds. */
    private Optional<String> screen(Contract contract, Position position) {
        boolean speaks = contract.phase() == Contract.Phase.GOVERNING
                && engine.isHeard()
                && !contract.facts().frozen();
        if (!speaks) {
            return Optional.empty();
        }
        Desired said = engine.handset().stated().orElseThrow();
        boolean holds = stand(said.standing()).equals(clerk.stand())
                && said.notice().amountDue().equals(position.arrears())
                && said.notice().oldestDueDate().equals(position.oldestDueDate());
        return holds ? Optional.empty() : Optional.of("the phone was told " + said + " at " + position);
    }

    private static Stand stand(Standing standing) {
        return new Stand(standing.stage(), Set.copyOf(standing.restrictions()));
    }
}
