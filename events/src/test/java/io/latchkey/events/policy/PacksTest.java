package io.latchkey.events.policy;

import static io.latchkey.events.Restriction.CAMERA;
import static io.latchkey.events.Restriction.KIOSK;
import static io.latchkey.events.Stage.LOCKED;
import static io.latchkey.events.Stage.REMINDED;
import static io.latchkey.events.Stage.RESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.Money;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.PackRule.RestoredWithin;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacksTest {

    private static final Packs PACKS = Packs.shipped();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @Test
    void everyClauseHasItsSource() {
        for (String country : PACKS.countries()) {
            for (Pack pack : PACKS.versions(country)) {
                assertThat(pack.note()).isNotBlank();
                assertThat(pack.clauses())
                        .isNotEmpty()
                        .allSatisfy(clause -> {
                            assertThat(clause.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
                            assertThat(clause.says()).isNotBlank();
                            assertThat(clause.source().document()).isNotBlank();
                            assertThat(clause.source().paragraph()).isNotBlank();
                            assertThat(clause.source().url()).isNotBlank();
                        })
                        .extracting(Clause::id)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void thePackThatHoldsChangesOnTheDayOfTheLaw() {
        assertThat(idOn("IN", "2026-09-30")).isEqualTo("ZZ@1");
        assertThat(idOn("IN", "2026-10-01")).isEqualTo("IN@1");
        assertThat(idOn("BR", "2025-05-07")).isEqualTo("ZZ@1");
        assertThat(idOn("BR", "2025-05-08")).isEqualTo("BR@1");
        assertThat(idOn("KE", "1999-12-31")).isEqualTo("KE@1");
        assertThat(idOn("UG", "2026-11-25")).isEqualTo("ZZ@1");
        assertThat(idOn("ZZ", "1969-12-31")).isEqualTo("ZZ@1");
        assertThat(PACKS.nextChangeAfter("IN", LocalDate.parse("2026-09-30"))).contains(LocalDate.parse("2026-10-01"));
        assertThat(PACKS.nextChangeAfter("IN", TODAY)).isEmpty();
        assertThat(PACKS.nextChangeAfter("UG", TODAY)).isEmpty();
    }

    @Test
    void theIndianPackIsMarkedAsADraft() {
        assertThat(PACKS.holding("IN", TODAY).status()).isEqualTo(Pack.Status.DRAFT);
        assertThat(PACKS.holding("BR", TODAY).status()).isEqualTo(Pack.Status.IN_FORCE);
        assertThat(PACKS.holding("KE", TODAY).status()).isEqualTo(Pack.Status.NO_RULE_FOUND);
        assertThat(PACKS.holding("ZZ", TODAY).status()).isEqualTo(Pack.Status.HOUSE_RULE);
    }

    @Test
    void indiaOwesAnHourAndPaysForEachOneBeyond() {
        assertThat(PACKS.holding("IN", TODAY).clauses())
                .extracting(Clause::rule)
                .contains(new RestoredWithin(Duration.ofHours(1), new Money(25_000, Currency.getInstance("INR"))));
    }

    @Test
    void nothingIsTakenInIndiaBeforeDay90() {
        for (int dpd = 0; dpd <= 400; dpd++) {
            assertThat(breaches("IN", warned(dpd), step(dpd + 10, LOCKED, KIOSK))
                            .contains("taken-not-before"))
                    .as("day %d", dpd)
                    .isEqualTo(dpd < 90);
        }
    }

    @Test
    void noIndianNoticeCountsBeforeDay60() {
        for (int dpd = 0; dpd <= 69; dpd++) {
            Policy.Step step = step(100, List.of(new NeededNotice(dpd, 21), new NeededNotice(dpd + 24, 7)));

            assertThat(breaches("IN", step).contains("two-notices"))
                    .as("day %d", dpd)
                    .isEqualTo(dpd < 60);
        }
    }

    @Test
    void theSecondIndianNoticeWaitsForTheFirstOnesDays() {
        for (int dpd = 60; dpd <= 93; dpd++) {
            Policy.Step step = step(100, List.of(new NeededNotice(60, 21), new NeededNotice(dpd, 7)));

            assertThat(breaches("IN", step).contains("two-notices"))
                    .as("day %d", dpd)
                    .isEqualTo(dpd < 81);
        }
    }

    @Test
    void indianNoticesLeave21AndThen7Days() {
        for (int days = 0; days <= 30; days++) {
            Policy.Step first = step(150, List.of(new NeededNotice(60, days), new NeededNotice(100, 7)));
            Policy.Step second = step(150, List.of(new NeededNotice(60, 21), new NeededNotice(100, days)));

            assertThat(breaches("IN", first).contains("two-notices"))
                    .as("%d days", days)
                    .isEqualTo(days < 21);
            assertThat(breaches("IN", second).contains("two-notices"))
                    .as("%d days", days)
                    .isEqualTo(days < 7);
        }
    }

    @Test
    void indiaNeverLetsAllBeTakenAtOnce() {
        List<Restriction> all = List.of(Restriction.values());

        assertThat(breaches("IN", new Policy.Step(90, LOCKED, List.of(KIOSK), indianNotices())))
                .containsExactly("graduated", "never-all-at-once");
        assertThat(breaches("IN", new Policy.Step(90, RESTRICTED, all.subList(0, 5), indianNotices())))
                .containsExactly("never-all-at-once");
        assertThat(breaches("IN", warned(90), step(91, LOCKED, KIOSK))).isEmpty();
    }

    @Test
    void brazilLetsNothingBeTakenOnAnyDay() {
        for (int dpd = 0; dpd <= 4_000; dpd += 7) {
            assertThat(breaches("BR", step(dpd, RESTRICTED, CAMERA))).containsExactly("no-remote-lock");
            assertThat(breaches("BR", step(dpd, REMINDED))).isEmpty();
            assertThat(PACKS.holding("BR", TODAY).objection(step(0, LOCKED, KIOSK), dpd))
                    .isPresent();
            assertThat(PACKS.holding("BR", TODAY).objection(step(0, REMINDED), dpd))
                    .isEmpty();
        }
        assertThat(PACKS.holding("BR", TODAY).firstDayOf(step(10, LOCKED, KIOSK)))
                .isEmpty();
    }

    @Test
    void kenyaDemandsAWordBeforeAndNoMore() {
        for (int dpd = 1; dpd <= 100; dpd++) {
            List<NeededNotice> told = List.of(new NeededNotice(dpd - 1, 1));

            assertThat(breaches("KE", new Policy.Step(dpd, LOCKED, List.of(KIOSK), told)))
                    .isEmpty();
            assertThat(breaches("KE", step(dpd, LOCKED, KIOSK))).containsExactly("notice");
        }
    }

    @Test
    void theCarefulDefaultTakesNothingBeforeDay30WithoutANoticeOf7Days() {
        for (int dpd = 7; dpd <= 100; dpd++) {
            List<String> named = breaches("ZZ", step(dpd, List.of(new NeededNotice(dpd - 7, 7))));

            assertThat(named).isEqualTo(dpd < 30 ? List.of("taken-not-before") : List.of());
            assertThat(breaches("ZZ", step(dpd, List.of(new NeededNotice(dpd - 7, 6)))))
                    .contains("notice");
        }
        assertThat(breaches("ZZ", new Policy.Step(45, LOCKED, List.of(KIOSK), List.of(new NeededNotice(30, 7)))))
                .containsExactly("lighter-step-first");
    }

    @Test
    void anOlderPolicyBeginsLaterUnderItsPackAndNeverEarlier() {
        Pack pack = PACKS.holding("IN", TODAY);
        Policy.Step early = step(30, RESTRICTED, CAMERA);

        assertThat(pack.firstDayOf(early)).hasValue(90);
        assertThat(pack.firstDayOf(step(30, REMINDED))).hasValue(30);
        assertThat(pack.firstDayOf(step(120, LOCKED, KIOSK))).hasValue(120);
        IntStream.range(0, 200)
                .forEach(dpd ->
                        assertThat(pack.objection(early, dpd).isPresent()).isEqualTo(dpd < 90));
    }

    @Test
    void aLaterVersionThatDoesNotHoldLaterIsRefused() {
        Pack first = PACKS.holding("ZZ", TODAY);
        Pack second = new Pack(new PackId("ZZ", 2), first.status(), first.effectiveFrom(), "", first.clauses());

        assertThatThrownBy(() -> new Packs(List.of(first, second))).hasMessageContaining("ZZ@2");
        assertThatThrownBy(() -> new Packs(List.of())).hasMessageContaining("careful default");
        assertThatThrownBy(() -> PackId.of("IN@0")).hasMessageContaining("IN@0");
    }

    private static String idOn(String country, String day) {
        return PACKS.holding(country, LocalDate.parse(day)).id().toString();
    }

    private static List<NeededNotice> indianNotices() {
        return List.of(new NeededNotice(60, 21), new NeededNotice(81, 7));
    }

    private static Policy.Step warned(int dpd) {
        return step(dpd, indianNotices());
    }

    private static Policy.Step step(int dpd, List<NeededNotice> notices) {
        return new Policy.Step(dpd, RESTRICTED, List.of(CAMERA), notices);
    }

    private static Policy.Step step(int dpd, Stage stage, Restriction... restrictions) {
        return new Policy.Step(dpd, stage, List.of(restrictions));
    }

    private static List<String> breaches(String country, Policy.Step... steps) {
        Pack pack = PACKS.holding(country, TODAY);
        return pack.breaches(new Policy("tried", 1, country, List.of(steps))).stream()
                .peek(fault -> assertThat(fault.code()).isEqualTo(FaultCode.HARSHER_THAN_PACK))
                .map(fault -> fault.clause().orElseThrow())
                .map(clause -> clause.substring(clause.indexOf('/') + 1))
                .toList();
    }
}
