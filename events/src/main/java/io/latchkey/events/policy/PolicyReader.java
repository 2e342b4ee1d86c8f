package io.latchkey.events.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.Stage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of a policy document; {@link LadderReader} reads its ladder. */
final class PolicyReader {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int MOST_HOLIDAYS = 1_000;

    private final Place root;
    private final Packs packs;

    private PolicyReader(Place root, Packs packs) {
        this.root = root;
        this.packs = packs;
    }

    static PolicyReading read(JsonNode document, Packs packs) {
        List<PolicyFault> faults = new ArrayList<>();
        return new PolicyReading(new PolicyReader(fields(document, faults), packs).policy(), faults);
    }

    private static Place fields(JsonNode document, List<PolicyFault> faults) {
        return Place.root(document, faults)
                .object(
                        "name",
                        "version",
                        "jurisdiction",
                        "ladder",
                        "window",
                        "tolerance",
                        "afterDefaults",
                        "reversalNotice",
                        "settlementHold",
                        "pendingGrace",
                        "graceLimit",
                        "grantLimit",
                        "parkedLimit",
                        "parkedShare",
                        "silenceLimit",
                        "capFloor",
                        "capPercent",
                        "tamper",
                        "lease");
    }

    private Optional<Policy> policy() {
        Optional<String> name = root.child("name")
                .matching("[a-z0-9](-?[a-z0-9]){0,39}", "a name of at most 40 small letters, digits and single dashes");
        Optional<Integer> version = root.child("version").smallNumber(1, Integer.MAX_VALUE);
        Optional<String> jurisdiction = jurisdiction();
        LadderReader ladderReader = new LadderReader(jurisdiction.map(packs::essentialFunctions));
        Optional<List<Policy.Step>> ladder = ladderReader.read(root.child("ladder"));
        Window window = ifPresent("window", PolicyReader::window).orElse(Window.ALWAYS);
        ArrearsTerms arrears = arrears();
        Reprieves reprieves = reprieves();
        Brake brake = brake();
        Cap cap = cap();
        List<TamperConsequence> tamper =
                ifPresent("tamper", place -> tamper(place, ladderReader)).orElse(List.of());
        Optional<Lease> lease = ifPresent("lease", PolicyReader::lease);
        if (name.isEmpty() || version.isEmpty() || jurisdiction.isEmpty() || ladder.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Policy(
                name.get(),
                version.get(),
                jurisdiction.get(),
                ladder.get(),
                window,
                arrears,
                reprieves,
                brake,
                cap,
                tamper,
                lease));
    }

    private Optional<String> jurisdiction() {
        Place place = root.child("jurisdiction");
        Optional<String> country = place.matching("[A-Z]{2}", "two capital letters as in ISO 3166-1, or ZZ");
        if (country.filter(one -> !packs.knows(one)).isPresent()) {
            return place.complain(
                    FaultCode.UNKNOWN_PACK,
                    "there is no pack for " + country.get() + "; name one of " + String.join(", ", packs.countries())
                            + ", of which ZZ is the careful default for any country");
        }
        return country;
    }

    private ArrearsTerms arrears() {
        ArrearsTerms standard = ArrearsTerms.DEFAULT;
        return new ArrearsTerms(
                ifPresent("tolerance", place -> place.wholeNumber(0, Long.MAX_VALUE))
                        .orElse(standard.tolerance()),
                ifPresent("afterDefaults", place -> place.smallNumber(1, 1_000)),
                ifPresent("reversalNotice", place -> place.duration(ArrearsTerms.LEAST_REVERSAL_NOTICE, LONGEST))
                        .orElse(standard.reversalNotice()),
                length("settlementHold", Duration.ZERO, standard.settlementHold()));
    }

    private Reprieves reprieves() {
        Reprieves standard = Reprieves.DEFAULT;
        return new Reprieves(
                length("pendingGrace", Duration.ZERO, standard.pendingGrace()),
                ifPresent("graceLimit", place -> place.smallNumber(0, 1_000)).orElse(standard.graceLimit()),
                length("grantLimit", Duration.ZERO, standard.grantLimit()));
    }

    private Brake brake() {
        Brake standard = Brake.DEFAULT;
        return new Brake(
                length("parkedLimit", Duration.ZERO, standard.parkedLimit()),
                ifPresent("parkedShare", place -> place.number(0, 1)).orElse(standard.parkedShare()),
                length("silenceLimit", SHORTEST, standard.silenceLimit()));
    }

    private Cap cap() {
        return new Cap(
                ifPresent("capFloor", place -> place.smallNumber(1, 1_000_000)).orElse(Cap.DEFAULT.capFloor()),
                ifPresent("capPercent", place -> place.number(0.001, 100)).orElse(Cap.DEFAULT.capPercent()));
    }

    private Duration length(String name, Duration least, Duration standard) {
        return ifPresent(name, place -> place.duration(least, LONGEST)).orElse(standard);
    }

    private <T> Optional<T> ifPresent(String name, Function<Place, Optional<T>> reader) {
        Place place = root.child(name);
        return place.isAbsent() ? Optional.empty() : reader.apply(place);
    }

    private static Optional<Window> window(Place any) {
        Place place = any.object("weekdays", "from", "to", "holidays");
        List<Place> dayPlaces = place.child("weekdays").elements(1, 7);
        List<Optional<DayOfWeek>> days = dayPlaces.stream()
                .map(day -> day.oneOf(List.of(DayOfWeek.values()), DayOfWeek::name))
                .toList();
        Place.demandDistinct(dayPlaces, days);
        Optional<LocalTime> from = time(place.child("from"));
        Optional<LocalTime> to = time(place.child("to"));
        List<Optional<LocalDate>> holidays = place.child("holidays").elements(0, MOST_HOLIDAYS).stream()
                .map(day -> day.text(LocalDate::parse, "a date as 2026-12-25"))
                .toList();
        if (days.isEmpty() || days.stream().anyMatch(Optional::isEmpty) || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!to.get().equals(LocalTime.MIDNIGHT) && !from.get().isBefore(to.get())) {
            return place.child("to")
                    .complain(FaultCode.WINDOW_CLOSED, "choose a time after from, or 00:00 for the end of the day");
        }
        return Optional.of(new Window(
                days.stream().flatMap(Optional::stream).toList(),
                from.get(),
                to.get(),
                holidays.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<LocalTime> time(Place place) {
        return place.matching("([01][0-9]|2[0-3]):[0-5][0-9]", "a time of day as 08:00")
                .map(LocalTime::parse);
    }

    private static Optional<List<TamperConsequence>> tamper(Place place, LadderReader ladderReader) {
        List<Place> places = place.elements(0, TamperSignal.values().length);
        List<Optional<TamperSignal>> signals = new ArrayList<>();
        List<TamperConsequence> consequences = new ArrayList<>();
        for (Place one : places) {
            Place fields = one.object("signal", "stage", "restrictions");
            Optional<TamperSignal> signal =
                    fields.child("signal").oneOf(List.of(TamperSignal.values()), TamperSignal::wireName);
            signals.add(signal);
            Optional<Policy.Step> taken = ladderReader.taken(fields);
            signal.ifPresent(sign -> taken.ifPresent(
                    step -> consequences.add(new TamperConsequence(sign, step.stage(), step.restrictions()))));
        }
        Place.demandDistinct(places, signals);
        return Optional.of(consequences);
    }

    private static Optional<Lease> lease(Place any) {
        Place place = any.object("length", "stage");
        Optional<Duration> length = place.child("length").duration(SHORTEST, LONGEST);
        Optional<Stage> stage = place.child("stage").oneOf(LadderReader.STAGES, Stage::name);
        return length.flatMap(offline -> stage.map(fall -> new Lease(offline, fall)));
    }
}
