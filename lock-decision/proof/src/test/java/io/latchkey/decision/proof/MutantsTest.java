package io.latchkey.decision.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The histories are worth something only if they tell the engine from one that errs. */
@Tag("long")
class MutantsTest {

    @ParameterizedTest
    @MethodSource("mutants")
    void someHistoryShowsTheMistake(Mutant mutant) throws ReflectiveOperationException, IOException {
        assertThat(MutatedEngine.firstSeed(mutant, HistoriesTest.SHORT_RUN)).isPresent();
    }

    static List<Mutant> mutants() {
        return Mutants.all();
    }
}
