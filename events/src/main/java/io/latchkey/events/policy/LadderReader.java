package io.latchkey.events.policy;

import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the ladder of a policy document, and holds each step to the one before. */
final class LadderReader {

    static final List<Stage> STAGES = List.of(Stage.REMINDED, Stage.RESTRICTED, Stage.LOCKED);

    private static final int MOST_STEPS = 100;
    private static final int MOST_NOTICES = 20;
    private static final int MOST_DPD = 3_650;
    private static final int MOST_CURE_DAYS = 365;

    private final Optional<Packs.Essentials> essentials;

    /**
     * Begins to read.
     *
     * @param essentials what the pack of the jurisdiction never lets anybody take, or nothing if there is no such pack
     */
    LadderReader(Optional<Packs.Essentials> essentials) {
        this.essentials = essentials;
    }

    /** The ladder, or nothing if a step is unreadable or it does not rise. */
    Optional<List<Policy.Step>> read(Place place) {
        List<Place> places = place.elements(0, MOST_STEPS);
        List<Optional<Policy.Step>> steps = places.stream().map(this::step).toList();
        boolean rises = !place.isAbsent() && places.size() == steps.size();
        for (int i = 0; i < steps.size(); i++) {
            Place at = places.get(i);
            steps.get(i).ifPresent(step -> holdToItself(step, at));
            if (i > 0 && steps.get(i).isPresent() && steps.get(i - 1).isPresent()) {
                rises &= holdTo(steps.get(i - 1).get(), steps.get(i).get(), at);
            }
        }
        boolean readable = rises && steps.stream().allMatch(Optional::isPresent);
        return readable ? Optional.of(steps.stream().flatMap(Optional::stream).toList()) : Optional.empty();
    }

    private Optional<Policy.Step> step(Place any) {
        Place place = any.object("dpd", "stage", "restrictions", "notices");
        Optional<Integer> dpd = place.child("dpd").smallNumber(0, MOST_DPD);
        Optional<Policy.Step> taken = taken(place);
        Optional<List<NeededNotice>> notices =
                place.child("notices").isAbsent() ? Optional.of(List.of()) : notices(place.child("notices"));
        return dpd.flatMap(days -> taken.flatMap(
                step -> notices.map(needed -> new Policy.Step(days, step.stage(), step.restrictions(), needed))));
    }

    /** Reads stage and restrictions, as a step without its day. */
    Optional<Policy.Step> taken(Place place) {
        Optional<Stage> stage = place.child("stage").oneOf(STAGES, Stage::name);
        Place list = place.child("restrictions");
        List<Place> places = list.elements(0, MOST_STEPS);
        List<Optional<Restriction>> restrictions =
                places.stream().map(this::restriction).toList();
        Place.demandDistinct(places, restrictions);
        if (stage.isEmpty() || list.isAbsent() || restrictions.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Policy.Step step = new Policy.Step(
                0, stage.get(), restrictions.stream().flatMap(Optional::stream).toList());
        holdToItsStage(step, list);
        return Optional.of(step);
    }

    private Optional<Restriction> restriction(Place place) {
        Optional<String> name = place.textIfAny();
        Optional<Packs.Essentials> never =
                essentials.filter(one -> name.filter(one.names()::contains).isPresent());
        if (never.isPresent()) {
            return place.complain(
                    FaultCode.ESSENTIAL_FUNCTION,
                    Optional.of(never.get().clause()),
                    "take it out; " + name.orElseThrow() + " may never be taken from anybody");
        }
        return place.oneOf(List.of(Restriction.values()), Restriction::wireName);
    }

    private static void holdToItsStage(Policy.Step step, Place restrictions) {
        if (step.stage() == Stage.REMINDED && !step.restrictions().isEmpty()) {
            restrictions.complain(FaultCode.REMINDER_TAKES, "empty the list, or name the stage RESTRICTED");
        }
        if (step.stage() == Stage.RESTRICTED && step.restrictions().isEmpty()) {
            restrictions.complain(FaultCode.RESTRICTS_NOTHING, "name a restriction, or name the stage REMINDED");
        }
        if (step.stage() != Stage.LOCKED && step.restrictions().contains(Restriction.KIOSK)) {
            restrictions.complain(FaultCode.KIOSK_BELOW_LOCK, "take kiosk out, or name the stage LOCKED");
        }
    }

    private static Optional<List<NeededNotice>> notices(Place place) {
        List<Optional<NeededNotice>> notices = place.elements(0, MOST_NOTICES).stream()
                .map(one -> one.object("dpd", "cureDays"))
                .map(one -> {
                    Optional<Integer> dpd = one.child("dpd").smallNumber(0, MOST_DPD);
                    Optional<Integer> cureDays = one.child("cureDays").smallNumber(0, MOST_CURE_DAYS);
                    return dpd.flatMap(sent -> cureDays.map(days -> new NeededNotice(sent, days)));
                })
                .toList();
        return notices.stream().allMatch(Optional::isPresent)
                ? Optional.of(notices.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private static void holdToItself(Policy.Step step, Place place) {
        for (int i = 0; i < step.notices().size(); i++) {
            int cured = step.notices().get(i).curedFromDpd();
            if (cured > step.dpd()) {
                place.child("notices")
                        .child(String.valueOf(i))
                        .complain(
                                FaultCode.NOTICE_TOO_LATE,
                                "its cure days are over on day " + cured + " past due, but the step begins on day "
                                        + step.dpd() + "; send it earlier, or begin the step on day " + cured);
            }
        }
    }

    /** Whether the ladder rises here; the other faults leave it readable. */
    private static boolean holdTo(Policy.Step before, Policy.Step step, Place place) {
        if (step.stage().escalatesTo(before.stage())) {
            place.child("stage")
                    .complain(
                            FaultCode.STAGE_FALLS, "name " + before.stage() + " or a harsher stage, or drop the step");
        } else if (before.stage() == step.stage()
                && !Set.copyOf(step.restrictions()).containsAll(before.restrictions())) {
            place.child("restrictions")
                    .complain(
                            FaultCode.RESTRICTIONS_SHRINK,
                            "name all that the step before takes and more, or drop the step");
        }
        return rises(before, step, place);
    }

    private static boolean rises(Policy.Step before, Policy.Step step, Place place) {
        if (step.dpd() > before.dpd()) {
            return true;
        }
        place.child("dpd")
                .complain(FaultCode.LADDER_NOT_RISING, "choose a day above " + before.dpd() + ", the step's before");
        return false;
    }
}
