package io.latchkey.agent.app;

import static io.latchkey.agent.domain.Fixtures.locking;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.agent.app.DyingPhone.Death;
import io.latchkey.agent.domain.Report;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of tokens, garbage, questions, acknowledgements and connections, each lived once for every step of it
 * and every kind of death: right before that step the process ends, starts again on what is left, and lives on.
 */
class CrashHistoryTest {

    private static final Logger LOG = Logger.getLogger(HandsetAgent.class.getName());

    /** Tens of thousands of deaths are nothing to write home about. */
    @BeforeAll
    static void beSilent() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDeathBeforeAnyStepEndsInTheStateOfALifeWithoutDeath(long seed) {
        DyingPhone undisturbed = Life.undisturbed(seed);

        forEveryDeath(seed, phone -> {
            assertThat(phone.stored().held()).isEqualTo(undisturbed.stored().held());
            assertThat(phone.inForce()).isEqualTo(undisturbed.inForce());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noNumberIsHeardWithTwoMeaningsWhereverTheProcessDies(long seed) {
        forEveryDeath(seed, phone -> assertThat(phone.numbersWithTwoMeanings()).isEmpty());
    }

    /** A greeting is not said again, for the next one takes its place. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatNobodyAcknowledgedIsSaidAgainWhereverTheProcessDies(long seed) {
        forEveryDeath(seed, phone -> {
            List<Long> unanswered = phone.heard().stream()
                    .filter(report -> !(report.detail() instanceof Report.Hello))
                    .map(Report::seq)
                    .filter(seq -> !phone.isAcknowledged(seq))
                    .toList();
            assertThat(phone.heardSinceStart()).containsAll(unanswered);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatTheHandsetHoldsWasReportedWhereverTheProcessDies(long seed) {
        forEveryDeath(seed, phone -> {
            long held = phone.stored().held().revision();
            assertThat(phone.heard())
                    .filteredOn(report -> report.detail() instanceof Report.Applied)
                    .extracting(Report::revision)
                    .contains(held > 0 ? new Long[] {held} : new Long[0]);
        });
    }

    @Test
    void anAcknowledgedReportIsForgottenWithoutAForceSoOnlyAPowerCutBringsItBack() {
        assertThat(saidAgainAfter(Death.CRASH)).doesNotContain(1L);
        assertThat(saidAgainAfter(Death.POWER_CUT)).contains(1L);
    }

    private static List<Long> saidAgainAfter(Death death) {
        DyingPhone phone = new DyingPhone();
        HandsetAgent agent = phone.start();
        agent.tokenArrived(phone.arriving(locking(7)));
        agent.ackArrived(phone.acknowledging(1));

        phone.revive(death);
        phone.start().connected();

        return phone.heardSinceStart();
    }

    private static void forEveryDeath(long seed, Consumer<DyingPhone> check) {
        int steps = Life.undisturbed(seed).steps();
        for (Death death : Death.values()) {
            for (int step = 0; step <= steps; step++) {
                check.accept(Life.endingBefore(step, death, seed));
            }
        }
    }
}
