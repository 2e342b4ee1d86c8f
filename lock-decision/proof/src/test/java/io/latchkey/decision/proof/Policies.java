package io.latchkey.decision.proof;

import io.latchkey.events.EventJson;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.ArrearsTerms;
import io.latchkey.events.policy.Brake;
import io.latchkey.events.policy.Cap;
import io.latchkey.events.policy.Clause;
import io.latchkey.events.policy.NeededNotice;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.PackRule;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Reprieves;
import io.latchkey.events.policy.TamperConsequence;
import io.latchkey.events.policy.TamperSignal;
import io.latchkey.events.policy.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the loans of the histories are signed under: the policies that are shipped, and short random ones. */
final class Policies {

    /** The shipped laws, and three made-up countries: one without rules, one with some, one whose law changes twice. */
    static final Packs PACKS = new Packs(Stream.concat(
                    Packs.shipped().countries().stream().flatMap(country -> Packs.shipped().versions(country).stream()),
                    Stream.of(
                            pack("XA", 1, "1970-01-01"),
                            pack(
                                    "XB",
                                    1,
                                    "1970-01-01",
                                    new PackRule.TakenNotBefore(3),
                                    new PackRule.LighterStepFirst()),
                            pack("XC", 1, "1970-01-01", new PackRule.NeverAllAtOnce()),
                            pack(
                                    "XC",
                                    2,
                                    "2026-12-10",
                                    new PackRule.TakenNotBefore(8),
                                    new PackRule.LighterStepFirst(),
                                    new PackRule.OnlyForArrears()),
                            pack("XC", 3, "2027-08-05", new PackRule.NothingTaken()),
                            pack("XC", 4, "2027-12-20")))
            .toList());

    private static final Policy INDIA = shipped("india-graduated");
    private static final Policy KENYA = shipped("kenya-day-4");
    private static final Policy CAREFUL = new Policy(
            "careful",
            1,
            "ZZ",
            List.of(
                    new Policy.Step(0, Stage.REMINDED, List.of()),
                    new Policy.Step(
                            30,
                            Stage.RESTRICTED,
                            List.of(Restriction.CAMERA, Restriction.GALLERY),
                            List.of(new NeededNotice(20, 7))),
                    new Policy.Step(45, Stage.LOCKED, List.of(Restriction.KIOSK), List.of(new NeededNotice(37, 7)))));

    private Policies() {}

    private static Pack pack(String country, int version, String from, PackRule... rules) {
        List<Clause> clauses = Stream.of(rules)
                .map(rule -> new Clause("rule", "made up", rule, new Clause.Source("none", "none", "none")))
                .toList();
        return new Pack(
                new PackId(country, version), Pack.Status.HOUSE_RULE, LocalDate.parse(from), "made up", clauses);
    }

    private static Policy shipped(String name) {
        try (InputStream in = Policy.class.getResourceAsStream("/io/latchkey/events/policies/" + name + ".json")) {
            return EventJson.mapper().readValue(in, Policy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static Policy random(Dice dice, LocalDate start) {
        return switch (dice.between(0, 19)) {
            case 0 -> INDIA;
            case 1 -> CAREFUL;
            case 2 -> with(KENYA, dice, start);
            case 3 -> KENYA;
            default -> with(steep(dice), dice, start);
        };
    }

    private static Policy steep(Dice dice) {
        List<Policy.Step> ladder = new ArrayList<>();
        int dpd = dice.between(0, 1);
        if (dice.chance(80)) {
            ladder.add(new Policy.Step(dpd, Stage.REMINDED, List.of()));
            dpd += dice.between(1, 5);
        }
        List<Restriction> taken = new ArrayList<>(List.of(Restriction.CAMERA));
        for (int steps = dice.between(0, 2); steps > 0; steps--) {
            ladder.add(new Policy.Step(dpd, Stage.RESTRICTED, taken, notices(dice, dpd)));
            taken.add(dice.oneOf(Restriction.GALLERY, Restriction.APP_INSTALL, Restriction.OUTGOING_SMS));
            dpd += dice.between(1, 5);
        }
        taken.add(Restriction.KIOSK);
        if (ladder.isEmpty() || dice.chance(85)) {
            ladder.add(new Policy.Step(dpd, Stage.LOCKED, List.of(Restriction.KIOSK), notices(dice, dpd)));
            if (dice.chance(30)) {
                dpd += dice.between(1, 4);
                ladder.add(new Policy.Step(dpd, Stage.LOCKED, taken, notices(dice, dpd)));
            }
        }
        return new Policy("steep", 1, dice.oneOf("XA", "XA", "XB", "XC"), ladder);
    }

    private static List<NeededNotice> notices(Dice dice, int dpd) {
        return IntStream.range(0, dice.oneOf(0, 0, 1, 1, 2))
                .mapToObj(i -> dice.between(0, Math.min(3, dpd)))
                .map(cureDays -> new NeededNotice(dice.between(0, dpd - cureDays), cureDays))
                .toList();
    }

    private static Policy with(Policy plain, Dice dice, LocalDate start) {
        return new Policy(
                plain.name(),
                plain.version(),
                plain.jurisdiction(),
                plain.ladder(),
                dice.chance(50) ? Window.ALWAYS : window(dice, start),
                new ArrearsTerms(
                        dice.oneOf(0, 0, 5, 30),
                        dice.oneOf(List.of(Optional.<Integer>empty(), Optional.of(1), Optional.of(2))),
                        Duration.ofHours(dice.oneOf(24, 36, 48)),
                        Duration.ofHours(dice.oneOf(0, 0, 24, 72))),
                new Reprieves(
                        Duration.ofHours(dice.oneOf(6, 24, 48)),
                        dice.oneOf(0, 1, 3),
                        Duration.ofHours(dice.oneOf(24, 36, 168))),
                Brake.DEFAULT,
                Cap.DEFAULT,
                tamper(dice),
                Optional.empty());
    }

    private static Window window(Dice dice, LocalDate start) {
        List<DayOfWeek> weekdays = dice.chance(60)
                ? List.of(DayOfWeek.values()).subList(0, 5)
                : List.of(DayOfWeek.values()).subList(dice.between(0, 3), dice.between(4, 7));
        List<LocalDate> holidays = IntStream.range(0, dice.between(0, 6))
                .mapToObj(i -> start.plusDays(dice.between(0, 60)))
                .toList();
        return new Window(
                weekdays,
                LocalTime.parse(dice.oneOf("00:00", "00:30", "02:00", "08:30", "09:00")),
                LocalTime.parse(dice.oneOf("00:00", "17:00", "18:00", "23:30")),
                holidays);
    }

    private static List<TamperConsequence> tamper(Dice dice) {
        return dice.oneOf(List.of(
                List.of(),
                List.of(
                        new TamperConsequence(TamperSignal.ROOT, Stage.LOCKED, List.of(Restriction.KIOSK)),
                        new TamperConsequence(TamperSignal.SIM_CHANGE, Stage.REMINDED, List.of())),
                List.of(new TamperConsequence(
                        TamperSignal.ROOT,
                        Stage.RESTRICTED,
                        List.of(Restriction.CAMERA, Restriction.OUTGOING_CALLS)))));
    }
}
