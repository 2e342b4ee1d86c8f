package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.app.Explanation.Explained;
import io.latchkey.events.EventJson;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.EscalationHeld;
import io.latchkey.events.LoanDecision.LoanRefused;
import io.latchkey.events.LoanDecision.PaymentParked;
import io.latchkey.events.LoanDecision.StageEntered;
import io.latchkey.events.LoanDecision.StageLeft;
import io.latchkey.events.PaymentId;
import io.latchkey.kit.clock.BusinessClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private final MemoryRecords records = new MemoryRecords();
    private final RecordingAlarm alarm = new RecordingAlarm();
    private Explain explain;

    @BeforeEach
    void begin() {
        explain = new Explain(records, new BusinessClock(), alarm);
    }

    @Test
    void aStepThatWaitsIsExplainedWithAllThatKeepsItAway() {
        records.decided(held());

        Explained explained = explained("2027-03-18T00:00:00Z");

        assertThat(explained.because())
                .containsExactly(
                        "The installment of 31 January 2027 is unpaid: 45 days past due on 17 March 2027, with 2.00 KES in"
                                + " arrears.",
                        "It was the loan's turn by the clock, which alone takes something.",
                        "The step standard@1/ladder/2 (LOCKED: kiosk) was reached.",
                        "It was not entered: the cure days of its notice run until 20 March 2027, 12:00 (Africa/Nairobi);"
                                + " the partner's payments were not complete up to the day on which the step was reached.",
                        "The step standard@1/ladder/1 (RESTRICTED: camera, gallery) is reached and holds.",
                        "The reason is cure-period-runs: the cure days of its notice run, by the clause"
                                + " standard@1/ladder/1.",
                        "It was weighed under the policy standard@1 and the law ZZ@1, at 17 March 2027, 00:00"
                                + " (Africa/Nairobi).",
                        "The stage stayed RESTRICTED, although LOCKED was reached.",
                        "The handset need not hear of it.");
        assertThat(explained.again()).isInstanceOfSatisfying(WorkedOutAgain.Done.class, done -> assertThat(
                        done.recount().agrees())
                .isTrue());
        assertThat(alarm.raised).isEmpty();
    }

    @Test
    void aRecordThatWasChangedRaisesTheAlarmAndShowsBothOutcomes() {
        records.decided(changed(held(), "\"dpd\":45", "\"dpd\":3"));

        Explained explained = explained("2027-03-18T00:00:00Z");

        assertThat(explained.again()).isInstanceOfSatisfying(WorkedOutAgain.Done.class, done -> {
            assertThat(done.recount().agrees()).isFalse();
            assertThat(done.recount().outcome().stage()).hasToString("REMINDED");
            assertThat(done.recount().recorded().outcome().stage()).hasToString("RESTRICTED");
        });
        assertThat(alarm.raised).containsExactly(MemoryRecords.LOAN + " 4: RESTRICTED/LOCKED or REMINDED");
    }

    @Test
    void thePastIsExplainedByTheDecisionThatStoodThen() {
        records.decided(held());
        records.decided(freed());

        assertThat(explained("2027-03-18T00:00:00Z").decision().number()).isEqualTo(4);
        Explained after = explained("2027-03-20T00:00:00Z");
        assertThat(after.decision().number()).isEqualTo(5);
        assertThat(after.because())
                .contains(
                        "Nothing is past due on 18 March 2027; 1.00 KES of the whole loan is still to be paid.",
                        "The reason is arrears-paid: money came and nothing is due any more.",
                        "The stage went from RESTRICTED to CURRENT.",
                        "The handset was told so with revision 7.");
        assertThat(explain.at(MemoryRecords.LOAN, Optional.of(Instant.parse("2027-01-01T00:00:00Z")))
                        .await()
                        .indefinitely())
                .isEqualTo(new Explanation.NothingBefore(Instant.parse("2027-01-01T00:00:00Z"), 0));
    }

    @Test
    void whatIsKnownTodayMayHonestlyDifferAndIsNoAlarm() {
        records.decided(held());
        records.paid("2027-02-01T00:00:00Z", 200);

        Explained explained = explained("2027-03-18T00:00:00Z");

        assertThat(explained.knownToday().orElseThrow().dpd()).isZero();
        assertThat(explained.knownToday().orElseThrow().asOf()).hasToString("2027-03-17");
        assertThat(alarm.raised).isEmpty();
    }

    @Test
    void whatHasNotComeBackFromTheTopicIsCounted() {
        records.decided(held());
        records.decisions(6);

        assertThat(explained("2027-03-18T00:00:00Z").pending()).isEqualTo(2);
    }

    @Test
    void decisionsWithoutAJudgementSaySo() {
        records.decided(new LoanRefused(
                MemoryRecords.LOAN, MemoryRecords.PARTNER, 6, Instant.parse("2027-03-19T00:00:00Z"), "already-active"));

        Explained refused = explained("2027-03-20T00:00:00Z");

        assertThat(refused.because()).containsExactly("The reason is already-active: the loan is known already.");
        assertThat(refused.again()).isInstanceOf(WorkedOutAgain.Impossible.class);
        records.decided(new PaymentParked(
                MemoryRecords.LOAN,
                MemoryRecords.PARTNER,
                7,
                Instant.parse("2027-03-19T00:00:00Z"),
                new PaymentId("P1"),
                MemoryRecords.kes(100_050),
                "a-code-of-tomorrow"));
        assertThat(explained("2027-03-20T00:00:00Z").because())
                .containsExactly(
                        "The payment of 1000.50 KES is kept apart until it fits.", "The reason is a-code-of-tomorrow.");
    }

    @Test
    void aPolicyOrLawThatIsNotKnownHereCannotBeWorkedOutAgain() {
        records.decided(changed(held(), "standard@1\",\"pack", "standard@9\",\"pack"));
        assertThat(explained("2027-03-18T00:00:00Z").again())
                .isEqualTo(new WorkedOutAgain.Impossible("the policy standard@9 is not known here"));

        records.decided(changed(held(), "ZZ@1", "ZZ@9"));
        assertThat(explained("2027-03-18T00:00:00Z").again())
                .isEqualTo(new WorkedOutAgain.Impossible("the law ZZ@9 is not known here"));
    }

    @Test
    void anEntryIsExplainedByTheStepThatNothingKeptAway() {
        records.decided(read(StageEntered.class, MemoryRecords.ENTERED));

        Explained explained = explained("2027-03-18T00:00:00Z");

        assertThat(explained.because())
                .contains("The step standard@1/ladder/2 (LOCKED: kiosk) was reached.", "Nothing kept it away.");
        assertThat(alarm.raised).isEmpty();
    }

    private Explained explained(String at) {
        return (Explained) explain.at(MemoryRecords.LOAN, Optional.of(Instant.parse(at)))
                .await()
                .indefinitely();
    }

    private static LoanDecision held() {
        return read(EscalationHeld.class, MemoryRecords.HELD);
    }

    private static LoanDecision freed() {
        return read(StageLeft.class, MemoryRecords.FREED);
    }

    private static LoanDecision changed(LoanDecision decision, String from, String to) {
        String content = new String(EventJson.write(decision), StandardCharsets.UTF_8);
        assertThat(content).contains(from);
        return read(decision.getClass(), content.replace(from, to));
    }

    private static LoanDecision read(Class<? extends LoanDecision> type, String content) {
        return EventJson.read(type, content.getBytes(StandardCharsets.UTF_8));
    }
}
