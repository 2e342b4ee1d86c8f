package io.latchkey.decision.domain;

import static io.latchkey.events.Stage.CURRENT;
import static io.latchkey.events.Stage.LOCKED;
import static io.latchkey.events.Stage.REMINDED;
import static io.latchkey.events.Stage.RESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.Decision.Judged;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Clause;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.PackRule;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A loan keeps its policy; the law of its country changes under it. */
class LawOfTheDayTest {

    private static final List<Policy.Step> HASTY = List.of(
            new Policy.Step(0, REMINDED, List.of()),
            new Policy.Step(4, LOCKED, List.of(Restriction.KIOSK)),
            new Policy.Step(
                    7, LOCKED, List.of(Restriction.OUTGOING_CALLS, Restriction.OUTGOING_SMS, Restriction.KIOSK)));

    @Test
    void aLadderClimbsAsWrittenWhereTheLawAllowsIt() {
        LoanStory story = under("KE");

        assertThat(stageOf(story.judged("2026-02-04"))).isEqualTo(REMINDED);
        assertThat(restrictionsOf(story.judged("2026-02-05"))).containsExactly(Restriction.KIOSK);
        assertThat(restrictionsOf(story.judged("2026-02-08"))).hasSize(3);
    }

    @Test
    void aStepThatComesTooEarlyForItsPackBeginsWhenThePackAllowsIt() {
        LoanStory story = graduatedUnder("ZZ");
        Verdict onTheDay = story.judged("2026-02-05");

        assertThat(stageOf(onTheDay)).isEqualTo(REMINDED);
        assertThat(onTheDay.nextDeadline()).contains(startOf("2026-03-01"));
        assertThat(story.judged("2026-03-01").nextDeadline()).contains(startOf("2026-03-03"));
        assertThat(stageOf(story.judged("2026-03-02"))).isEqualTo(REMINDED);
        assertThat(restrictionsOf(story.judged("2026-03-03"))).containsExactly(Restriction.CAMERA);
    }

    @Test
    void whereALighterStepMustComeFirstTheLockScreenComesOnALaterDay() {
        LoanStory story = graduatedUnder("ZZ");
        Verdict lighter = story.judged("2026-03-20");

        assertThat(stageOf(lighter)).isEqualTo(RESTRICTED);
        assertThat(lighter.nextDeadline()).contains(startOf("2026-03-21"));
        assertThat(stageOf(story.judged("2026-03-20"))).isEqualTo(RESTRICTED);
        assertThat(stageOf(story.judged("2026-03-21"))).isEqualTo(LOCKED);
    }

    @Test
    void whoStandsUnderALighterStepSinceEarlierArrearsNeedsNoOtherOneBeforeTheLock() {
        LoanStory story = graduatedUnder("ZZ");
        story.judged("2026-03-03");
        story.on("2026-04-01");

        assertThat(stageOf(story.paid("P1", 100))).isEqualTo(RESTRICTED);
        assertThat(stageOf(story.judged("2026-04-02"))).isEqualTo(LOCKED);
    }

    @Test
    void whoWasGivenBackALighterStepMeetsItAgainBeforeTheLockOfOtherArrears() {
        LoanStory story = graduatedUnder("ZZ");
        story.judged("2026-03-03");

        assertThat(stageOf(story.paid("P1", 100))).isEqualTo(REMINDED);
        assertThat(stageOf(story.judged("2026-04-10"))).isEqualTo(RESTRICTED);
        assertThat(stageOf(story.judged("2026-04-11"))).isEqualTo(LOCKED);
    }

    @Test
    void aPolicyWithoutALighterStepNeverLocksWhereOneMustComeFirst() {
        LoanStory story = under("ZZ");
        story.judged("2026-03-20");
        Verdict held = story.judged("2026-03-21");

        assertThat(stageOf(held)).isEqualTo(REMINDED);
        assertThat(held.decisions().getLast().reason()).isEqualTo(Reason.LIGHTER_STEP_FIRST);
    }

    @Test
    void whereLockingIsForbiddenTheBorrowerIsRemindedAndNoMore() {
        LoanStory story = under("BR");

        assertThat(stageOf(story.judged("2026-02-01"))).isEqualTo(REMINDED);
        assertThat(stageOf(story.judged("2026-12-31"))).isEqualTo(REMINDED);
        assertThat(stageOf(story.paid("P1", 300))).isEqualTo(Stage.RELEASED);
    }

    @Test
    void aLawThatForbidsLockingFreesWhoIsLockedOnItsDay() {
        LoanStory story = LoanStory.begunUnder(policy("KE"), forbiddenInKenyaFrom("2026-02-20"));
        Verdict locked = story.judged("2026-02-08");
        Verdict freed = story.judged("2026-02-20");

        assertThat(stageOf(locked)).isEqualTo(LOCKED);
        assertThat(locked.nextDeadline()).contains(startOf("2026-02-20"));
        assertThat(stageOf(freed)).isEqualTo(REMINDED);
        assertThat(restrictionsOf(freed)).isEmpty();
        assertThat(judged(freed).reason()).isEqualTo(Reason.LAW_FORBIDS);
        assertThat(judged(freed).basis().clause()).contains("KE@2/never");
    }

    @Test
    void aPaymentUnderSuchALawFreesWhoIsStillLocked() {
        LoanStory story = LoanStory.begunUnder(policy("KE"), forbiddenInKenyaFrom("2026-02-20"));
        story.judged("2026-02-08");
        story.on("2026-02-20");

        assertThat(stageOf(story.paid("P1", 100))).isEqualTo(CURRENT);
    }

    @Test
    void aCountryWithoutAPackIsTreatedWithCare() {
        LoanStory story = graduatedUnder("UG");

        assertThat(stageOf(story.judged("2026-03-02"))).isEqualTo(REMINDED);
        assertThat(stageOf(story.judged("2026-03-03"))).isEqualTo(RESTRICTED);
    }

    @Test
    void theLawBeforeADraftsDateIsTheCarefulDefault() {
        Policy signedEarly =
                new Policy("standard", 1, "IN", List.of(new Policy.Step(30, RESTRICTED, List.of(Restriction.CAMERA))));
        LoanStory story = LoanStory.begunUnder(signedEarly, Packs.shipped());

        assertThat(stageOf(story.judged("2026-03-03"))).isEqualTo(RESTRICTED);
        assertThat(story.judged("2026-04-01").nextDeadline()).contains(startOf("2026-10-01"));
    }

    private static LoanStory under(String country) {
        return LoanStory.begunUnder(policy(country), Packs.shipped());
    }

    private static LoanStory graduatedUnder(String country) {
        List<Policy.Step> ladder = List.of(
                new Policy.Step(0, REMINDED, List.of()),
                new Policy.Step(4, RESTRICTED, List.of(Restriction.CAMERA)),
                new Policy.Step(7, LOCKED, List.of(Restriction.CAMERA, Restriction.KIOSK)));
        return LoanStory.begunUnder(new Policy("standard", 1, country, ladder), Packs.shipped());
    }

    private static Policy policy(String country) {
        return new Policy("standard", 1, country, HASTY);
    }

    private static Packs forbiddenInKenyaFrom(String day) {
        Clause never = new Clause(
                "never", "nothing is taken", new PackRule.NothingTaken(), new Clause.Source("a law", "1", "here"));
        Pack law = new Pack(new PackId("KE", 2), Pack.Status.IN_FORCE, LocalDate.parse(day), "made up", List.of(never));
        Packs shipped = Packs.shipped();
        return new Packs(Stream.concat(
                        shipped.countries().stream().flatMap(country -> shipped.versions(country).stream()),
                        Stream.of(law))
                .toList());
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay(LoanStory.NAIROBI).toInstant();
    }

    private static List<Restriction> restrictionsOf(Verdict verdict) {
        return verdict.intent().orElseThrow().desired().standing().restrictions();
    }

    private static Stage stageOf(Verdict verdict) {
        return ((Contract) verdict.loan()).standing().stage();
    }

    private static Judged judged(Verdict verdict) {
        return (Judged) verdict.decisions().getLast();
    }
}
