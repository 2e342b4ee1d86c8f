package io.latchkey.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.NeededNotice;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is taken before the borrower was told, in the right order and long enough ago. */
class NoticesBeforeStepsTest {

    private static final Policy TOLD_TWICE = new Policy(
            "told-twice",
            1,
            "KE",
            List.of(
                    new Policy.Step(0, Stage.REMINDED, List.of()),
                    new Policy.Step(
                            20,
                            Stage.RESTRICTED,
                            List.of(Restriction.CAMERA),
                            List.of(new NeededNotice(5, 10), new NeededNotice(15, 3))),
                    new Policy.Step(
                            40,
                            Stage.LOCKED,
                            List.of(Restriction.CAMERA, Restriction.KIOSK),
                            List.of(new NeededNotice(30, 7)))));

    private final LoanStory story = LoanStory.begunUnder(TOLD_TWICE, Packs.shipped());

    @Test
    void theFirstNoticeIsOrderedOnItsDayAndStandsOnTheScreen() {
        story.judged("2026-02-01");

        Verdict dayFive = story.judged("2026-02-06");

        assertThat(dayFive.notices()).extracting(NoticeOrder::noticeId).containsExactly(LoanStory.LOAN + ":n1");
        assertThat(dayFive.notices().getFirst().consequence().orElseThrow().notBefore())
                .isEqualTo("2026-02-21");
        assertThat(dayFive.intent()
                        .orElseThrow()
                        .desired()
                        .notice()
                        .ahead()
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.RESTRICTED);
        assertThat(story.judged("2026-02-07").notices()).isEmpty();
    }

    @Test
    void withoutProofTheStepIsHeldHoweverManyDaysPass() {
        story.judged("2026-02-06");

        Verdict held = story.judged("2026-04-30");

        assertThat(held.decisions().getLast().reason()).isEqualTo(Reason.NOTICE_NOT_PROVED);
        assertThat(story.contract().standing().stage()).isEqualTo(Stage.REMINDED);
    }

    @Test
    void theSecondNoticeWaitsUntilTheCureDaysOfTheFirstAreOver() {
        story.judged("2026-02-06");
        story.on("2026-02-12").shown();

        assertThat(story.judged("2026-02-16").notices()).isEmpty();
        assertThat(story.judged("2026-02-21").notices()).isEmpty();
        assertThat(story.judged("2026-02-22").notices()).hasSize(1);
    }

    @Test
    void afterBothNoticesAndTheirCureDaysTheStepIsEntered() {
        story.judged("2026-02-06");
        story.shown();
        story.judged("2026-02-16");

        Verdict proved = story.shown();

        assertThat(proved.nextDeadline()).contains(startOf("2026-02-19").plusSeconds(43_200));
        assertThat(story.judged("2026-02-20").decisions().getLast().reason()).isEqualTo(Reason.DEADLINE_PASSED);
        assertThat(stage("2026-02-21")).isEqualTo(Stage.RESTRICTED);
    }

    @Test
    void aMailThatComesBackEndsTheCureDaysItBegan() {
        Verdict ordered = story.withoutHandset().judged("2026-02-06");
        String noticeId = ordered.notices().getFirst().noticeId();
        story.happens(new NoticeOutcome.Sent(LoanStory.LOAN, LoanStory.PARTNER, noticeId, story.now()));
        assertThat(story.contract().notices().ordered().getFirst().provedAt()).isPresent();

        story.happens(new NoticeOutcome.Failed(LoanStory.LOAN, LoanStory.PARTNER, noticeId));

        assertThat(story.contract().notices().ordered().getFirst().provedAt()).isEmpty();
        assertThat(story.judged("2026-02-06").notices()).isEmpty();
        assertThat(story.judged("2026-02-07").notices()).hasSize(1);
        assertThat(story.judged("2026-04-30").decisions().getLast().reason()).isEqualTo(Reason.NOTICE_NOT_PROVED);
    }

    @Test
    void whoCanBeToldByNoChannelIsNotRestricted() {
        String noticeId =
                story.withoutHandset().judged("2026-02-06").notices().getFirst().noticeId();

        story.happens(new NoticeOutcome.Failed(LoanStory.LOAN, LoanStory.PARTNER, noticeId));

        Verdict held = story.happens(new LoanEvent.DeadlinePassed(LoanStory.LOAN, LoanStory.PARTNER));
        assertThat(held.notices()).isEmpty();
        story.judged("2026-02-06");
        story.on("2026-02-21");
        story.happens(new NoticeOutcome.Failed(
                LoanStory.LOAN,
                LoanStory.PARTNER,
                story.judged().notices().getFirst().noticeId()));
        assertThat(story.judged().decisions().getLast().reason()).isEqualTo(Reason.NO_CHANNEL);
    }

    @Test
    void whoCuredAndFallsBehindAgainIsToldAnew() {
        story.judged("2026-02-06");
        story.shown();
        story.paid("P1", 100);
        story.judged("2026-03-01");

        assertThat(story.judged("2026-03-06").notices())
                .extracting(order -> order.purpose().kind())
                .containsExactly(Kind.STEP_AHEAD);
    }

    @Test
    void nobodyIsToldBeforeTheFeedHasPassedTheDay() {
        story.feedThrough(startOf("2026-02-06").minusSeconds(1));

        Verdict waits = story.judged("2026-02-07");

        assertThat(waits.notices()).isEmpty();
        assertThat(waits.need().feedThrough()).contains(startOf("2026-02-06"));
        assertThat(story.feedThrough(startOf("2026-02-06")).judged("2026-02-07").notices())
                .hasSize(1);
    }

    @Test
    void anUnknownNoticeIsOnRecordAndProvesNothing() {
        Verdict refused = story.happens(new NoticeOutcome.Sent(LoanStory.LOAN, LoanStory.PARTNER, "x", story.now()));

        assertThat(refused.decisions().getLast().reason()).isEqualTo(Reason.UNKNOWN_NOTICE);
    }

    private Stage stage(String date) {
        return ((Contract) story.judged(date).loan()).standing().stage();
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay(LoanStory.NAIROBI).toInstant();
    }
}
