package io.latchkey.decision.it;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.LoanDecision;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Stage;
import io.latchkey.kit.clock.BusinessClock;
import io.restassured.http.ContentType;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class TwoInstancesIT {

    private static final int LOANS = 24;

    @TempDir
    Path folder;

    private TwoInstances instances;
    private Wire wire;
    private final List<Story> loans = new ArrayList<>();

    @BeforeEach
    void sellPhones() {
        instances = new TwoInstances(folder);
        wire = new Wire(instances.bootstrapServers());
        wire.send(Story.partner());
        wire.completeFeed();
        wire.send(Story.policy(1));
        LocalDate today = LocalDate.ofInstant(new BusinessClock().now(), ZoneOffset.UTC);
        for (int i = 0; i < LOANS; i++) {
            Story loan = Story.firstDueOn(today.plusDays(2));
            loans.add(loan);
            wire.send(loan.activated(1));
            wire.send(loan.enrolled(1));
        }
        loans.forEach(loan -> awaitStage(loan, Stage.CURRENT));
    }

    @AfterEach
    void end() {
        wire.close();
        instances.close();
    }

    @Test
    void aWalkOfTheClockWaitsForTheLoansOfBothAndWhenOneIsKilledTheOtherLosesAndDoublesNothing() {
        walk(instances.firstAddress(), "P3D");
        assertThat(byDevice())
                .allSatisfy((device, intents) ->
                        assertThat(intents.lastEntry().getValue().stage()).isEqualTo(Stage.REMINDED));
        walk(instances.secondAddress(), "P1D");

        loans.subList(0, LOANS / 2).forEach(loan -> wire.send(loan.paid("before", 10)));
        instances.killTheSecond();
        loans.forEach(loan -> wire.send(loan.paid("after", 90)));
        loans.subList(0, LOANS / 2).forEach(loan -> awaitStage(loan, Stage.CURRENT));
        loans.subList(LOANS / 2, LOANS)
                .forEach(loan -> wire.await(
                        LockIntent.class,
                        one -> one.deviceId().equals(loan.deviceId())
                                && one.notice().amountDue().minorUnits() == 10));
        walk(instances.firstAddress(), "P45D");

        Map<String, NavigableMap<Long, LockIntent>> intents = byDevice();
        for (Story loan : loans) {
            // Who paid the first installment owes the second for 17 days; who did not quite owes the first for 47.
            boolean paidFirst = loans.indexOf(loan) < LOANS / 2;
            assertThat(intents.get(loan.deviceId().value())
                            .lastEntry()
                            .getValue()
                            .stage())
                    .isEqualTo(paidFirst ? Stage.REMINDED : Stage.LOCKED);
            assertThat(intents.get(loan.deviceId().value()).keySet())
                    .isEqualTo(numbersTo(intents.get(loan.deviceId().value()).lastKey()));
            assertThat(decisions(loan)).isEqualTo(numbersTo(decisions(loan).size()));
        }
    }

    private void awaitStage(Story loan, Stage stage) {
        long seen = byDevice().getOrDefault(loan.deviceId().value(), new TreeMap<>()).values().stream()
                .filter(intent -> intent.stage() != stage)
                .mapToLong(LockIntent::revision)
                .max()
                .orElse(0);
        wire.await(
                LockIntent.class,
                one -> one.deviceId().equals(loan.deviceId()) && one.stage() == stage && one.revision() > seen);
    }

    /** All intents by revision; a revision that was said twice must have said the same. */
    private Map<String, NavigableMap<Long, LockIntent>> byDevice() {
        Map<String, NavigableMap<Long, LockIntent>> all = new TreeMap<>();
        for (LockIntent intent : wire.all(LockIntent.class, any -> true)) {
            LockIntent before = all.computeIfAbsent(intent.deviceId().value(), device -> new TreeMap<>())
                    .put(intent.revision(), intent);
            assertThat(before == null || before.equals(intent)).isTrue();
        }
        return all;
    }

    private Set<Long> decisions(Story loan) {
        return wire.all(LoanDecision.class, one -> one.loanId().equals(loan.loanId())).stream()
                .collect(toMap(LoanDecision::number, one -> one, (one, again) -> {
                    assertThat(again).isEqualTo(one);
                    return one;
                }))
                .keySet();
    }

    private static Set<Long> numbersTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().collect(toSet());
    }

    private static void walk(URI instance, String advance) {
        given().baseUri(instance.toString())
                .contentType(ContentType.JSON)
                .body("{\"advance\":\"" + advance + "\"}")
                .post("/local/clock")
                .then()
                .statusCode(200);
    }
}
