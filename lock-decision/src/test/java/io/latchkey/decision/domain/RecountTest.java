package io.latchkey.decision.domain;

import static io.latchkey.decision.domain.LoanStory.DEVICE;
import static io.latchkey.decision.domain.LoanStory.LOAN;
import static io.latchkey.decision.domain.LoanStory.PARTNER;
import static io.latchkey.decision.domain.LoanStory.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.Decision.Basis;
import io.latchkey.decision.domain.Decision.Held;
import io.latchkey.decision.domain.Decision.Inputs;
import io.latchkey.decision.domain.Decision.Judged;
import io.latchkey.decision.domain.LoanEvent.TamperSeen;
import io.latchkey.decision.domain.Recorded.Outcome;
import io.latchkey.decision.domain.Weighing.Cause;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerRequest;
import io.latchkey.events.Position;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.TamperConsequence;
import io.latchkey.events.policy.TamperSignal;
import io.latchkey.events.testing.RandomSeeds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class RecountTest {

    private static final Policy STRICT_ON_TAMPERING = new Policy(
            STANDARD.name(),
            STANDARD.version(),
            "KE",
            STANDARD.ladder(),
            STANDARD.window(),
            STANDARD.arrears(),
            STANDARD.reprieves(),
            STANDARD.brake(),
            STANDARD.cap(),
            List.of(new TamperConsequence(TamperSignal.ROOT, Stage.LOCKED, List.of(Restriction.KIOSK))),
            STANDARD.lease());

    private static final List<ClosingReason> CLOSINGS = List.of(ClosingReason.values());

    @ParameterizedTest
    @RandomSeeds(1_000)
    void whateverHappensEveryDecisionFollowsFromItsRecord(long seed) {
        Random random = new Random(seed);
        Policy policy = random.nextBoolean() ? STANDARD : STRICT_ON_TAMPERING;
        LoanStory story = LoanStory.begunUnder(policy, Packs.shipped());
        LocalDate day = LocalDate.parse("2026-01-15");
        for (int i = 0; i < 25; i++) {
            day = day.plusDays(random.nextInt(12));
            story.on(day.toString());

            Verdict verdict = something(story, random);

            for (Decision decision : verdict.decisions()) {
                recorded(decision).forEach(record -> assertThat(recount(record, policy, decision))
                        .satisfies(recount -> assertThat(recount.outcome())
                                .as(decision.toString())
                                .isEqualTo(record.outcome())));
            }
        }
    }

    @Test
    void aRecordOfALockWithoutItsDaysDoesNotAgree() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-02-01");
        story.judged("2026-03-03");
        Recorded lock = recorded(story.judged("2026-03-18").decisions().getFirst())
                .findFirst()
                .orElseThrow();
        Position true45 = lock.position();
        Position forged = new Position(
                true45.asOf(), true45.arrears(), 12, true45.outstanding(), true45.oldestDueDate(), true45.defaults());

        assertThat(lock.outcome()).isEqualTo(new Outcome(Stage.LOCKED, Optional.empty()));
        assertThat(Recount.of(lock, STANDARD, law("ZZ@1")).agrees()).isTrue();
        Recount recount = Recount.of(
                new Recorded(lock.before(), lock.outcome(), forged, lock.cause(), lock.rungs()), STANDARD, law("ZZ@1"));
        assertThat(recount.agrees()).isFalse();
        assertThat(recount.outcome().stage()).isEqualTo(Stage.REMINDED);
    }

    @Test
    void aRecordThatLostWhatKeptTheLockAwayDoesNotAgree() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-02-01");
        story.judged("2026-03-03");
        Recorded held = recorded(
                        story.places(false).judged("2026-03-18").decisions().getFirst())
                .findFirst()
                .orElseThrow();

        Recorded without = new Recorded(held.before(), held.outcome(), held.position(), held.cause(), List.of());

        assertThat(Recount.of(held, STANDARD, law("ZZ@1")).agrees()).isTrue();
        assertThat(Recount.of(without, STANDARD, law("ZZ@1")).outcome())
                .isEqualTo(new Outcome(Stage.LOCKED, Optional.empty()));
    }

    @Test
    void aRecordThatFreesWithoutMoneyDoesNotAgree() {
        LoanStory story = LoanStory.begun();
        story.judged("2026-02-01");
        Recorded kept = recorded(story.paid("P1", 10).decisions().getFirst())
                .findFirst()
                .orElseThrow();

        Recorded freed = new Recorded(
                kept.before(), new Outcome(Stage.CURRENT, Optional.empty()), kept.position(), Cause.PAID, List.of());

        assertThat(Recount.of(freed, STANDARD, law("ZZ@1")).agrees()).isFalse();
    }

    @Test
    void hindsightKnowsMoneyThatCameLateAndNoneThatCountsFromLater() {
        LoanStory story = LoanStory.begun();
        Position then = ((Judged) story.judged("2026-02-20").decisions().getFirst())
                .basis()
                .position();
        story.on("2026-02-10").paid("late", 100);
        story.on("2026-03-20").paid("later", 100);

        Position today =
                Hindsight.positionAt(story.contract(), story.on("2026-02-20").now(), story.rules(story.contract()));

        assertThat(then.dpd()).isEqualTo(19);
        assertThat(today.asOf()).isEqualTo(then.asOf());
        assertThat(today.dpd()).isZero();
        assertThat(today.outstanding().minorUnits()).isEqualTo(200);
    }

    private static Verdict something(LoanStory story, Random random) {
        String id = "R" + random.nextInt(4);
        return switch (random.nextInt(14)) {
            case 0 -> story.paid("P" + random.nextInt(9), random.nextInt(60));
            case 1 -> story.reversed("P" + random.nextInt(9));
            case 2 ->
                story.requested(new Request.Hold(id, story.now(), story.now().plus(Duration.ofDays(9))));
            case 3 ->
                story.requested(new Request.Grant(id, story.now(), story.now().plus(Duration.ofDays(9))));
            case 4 -> story.requested(new Request.Lock(id, PartnerRequest.Reason.STOLEN, Optional.empty()));
            case 5 -> story.requested(new Request.Withdrawal(id));
            case 6 -> story.requested(new Request.Unlock(id));
            case 7 -> story.happens(new TamperSeen(LOAN, PARTNER, DEVICE, TamperSignal.ROOT));
            case 8 -> story.closed(CLOSINGS.get(random.nextInt(CLOSINGS.size())));
            case 9 -> story.places(random.nextBoolean()).judged();
            case 10 ->
                story.braked(random.nextBoolean() ? Optional.of(Reason.FEED_SILENT) : Optional.empty())
                        .judged();
            default -> story.judged();
        };
    }

    private static Recount recount(Recorded record, Policy policy, Decision decision) {
        return Recount.of(
                record, policy, law(basisOf(decision).inputs().orElseThrow().pack()));
    }

    private static Pack law(String name) {
        PackId id = PackId.of(name);
        return Packs.shipped().versions(id.country()).stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Recorded> recorded(Decision decision) {
        return switch (decision) {
            case Judged judged ->
                Stream.of(recorded(judged.from(), new Outcome(judged.to(), Optional.empty()), judged.basis()));
            case Held held ->
                Stream.of(recorded(
                        held.stage(),
                        new Outcome(held.stage(), Optional.of(held.wanted().stage())),
                        held.basis()));
            default -> Stream.empty();
        };
    }

    private static Recorded recorded(Stage from, Outcome outcome, Basis basis) {
        Inputs inputs = basis.inputs().orElseThrow();
        return new Recorded(
                new Standing(from, inputs.before()), outcome, basis.position(), inputs.cause(), inputs.rungs());
    }

    private static Basis basisOf(Decision decision) {
        return decision instanceof Judged judged ? judged.basis() : ((Held) decision).basis();
    }
}
