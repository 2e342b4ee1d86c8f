package io.latchkey.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.testing.RandomSeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class BindingsTest {

    private static final Bindings TWO = Bindings.NONE.enrolled(1).enrolled(2);

    @Test
    void theNewestAloneCounts() {
        assertThat(Bindings.NONE.heard()).isEmpty();
        assertThat(TWO.heard()).containsExactly(2);
    }

    @Test
    void anOlderOneThatTurnsUpCountsTooUntilSomebodyDecides() {
        Bindings contested = TWO.contested(2, 1);

        assertThat(contested.areContested()).isTrue();
        assertThat(contested.heard()).containsExactly(2, 1);
        assertThat(contested.settled(2, 2).heard()).containsExactly(2);
        assertThat(contested.settled(2, 1).heard()).containsExactly(1);
        assertThat(contested.settled(2, 1).areContested()).isFalse();
    }

    @Test
    void anImpostorCannotPushThePhoneOutByEnrollingTwice() {
        assertThat(TWO.contested(2, 1).enrolled(3).contested(3, 2).heard()).containsExactly(3, 1);
    }

    @Test
    void aFurtherEnrollmentTakesThePlaceOfTheOneThatWasKept() {
        assertThat(TWO.contested(2, 1).settled(2, 1).enrolled(3).heard()).containsExactly(3);
    }

    @Test
    void theOneThatWasKeptMayTurnUpAgainstTheNext() {
        assertThat(TWO.contested(2, 1).settled(2, 1).enrolled(3).contested(3, 1).heard())
                .containsExactly(3, 1);
    }

    @Test
    void whatWasDecidedIsNotOpenedAgain() {
        assertThat(TWO.contested(2, 1).settled(2, 2).contested(2, 1).heard()).containsExactly(2);
    }

    /** Kafka may bring a part of the history again: whoever was through with it stays where it was. */
    @ParameterizedTest
    @RandomSeeds(300)
    void aRepeatedPartOfTheHistoryChangesNothing(long seed) {
        Random random = new Random(seed);
        List<UnaryOperator<Bindings>> history = new ArrayList<>();
        Bindings end = Bindings.NONE;
        for (int step = 0; step < 12; step++) {
            UnaryOperator<Bindings> next = next(end, random);
            history.add(next);
            end = next.apply(end);
        }
        int from = random.nextInt(history.size());
        Bindings again = end;
        for (UnaryOperator<Bindings> one : history.subList(from, history.size())) {
            again = one.apply(again);
        }
        assertThat(again).isEqualTo(end);
    }

    /** Somebody who heard only the first part, and somebody who heard all of it, know all of it together. */
    @ParameterizedTest
    @RandomSeeds(300)
    void whoeverHeardLessLearnsTheRestFromWhoeverHeardMore(long seed) {
        Random random = new Random(seed);
        Bindings less = Bindings.NONE;
        Bindings more = Bindings.NONE;
        int heard = random.nextInt(8);
        for (int step = 0; step < heard + random.nextInt(3); step++) {
            more = next(more, random).apply(more);
            less = step < heard ? more : less;
        }
        assertThat(less.plus(more).heard()).isEqualTo(more.heard());
        assertThat(more.plus(less)).isEqualTo(more);
    }

    /** Only what the gateway says of a device in that state. */
    private static UnaryOperator<Bindings> next(Bindings now, Random random) {
        int newest = now.newest();
        if (now.areContested() && random.nextBoolean()) {
            int kept = now.heard().get(random.nextInt(2));
            return before -> before.settled(newest, kept);
        }
        if (newest > 1 && now.settled() < newest && now.rival().equals(Optional.empty()) && random.nextBoolean()) {
            int rival = 1 + random.nextInt(newest - 1);
            return before -> before.contested(newest, rival);
        }
        return before -> before.enrolled(newest + 1);
    }
}
