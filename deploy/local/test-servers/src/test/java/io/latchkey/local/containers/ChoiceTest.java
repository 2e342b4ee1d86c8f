package io.latchkey.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final Optional<String> NOBODY = Optional.of("nobody answers");

    @Test
    void takesContainersWhereDockerAnswers() {
        assertThat(Choice.of("auto", Optional::empty)).isEqualTo(new Choice.Containers());
    }

    @Test
    void takesEmbeddedServersWhereItDoesNotAndSaysWhy() {
        assertThat(Choice.of("auto", () -> NOBODY)).isEqualTo(new Choice.Embedded("nobody answers"));
    }

    @Test
    void doesNotEvenAskForDockerWhereEmbeddedServersAreDemanded() {
        Choice choice = Choice.of("embedded", () -> {
            throw new AssertionError("asked");
        });

        assertThat(choice).isEqualTo(new Choice.Embedded("LATCHKEY_SERVERS=embedded"));
    }

    @Test
    void neverGivesEmbeddedServersToWhoDemandsContainers() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Choice.of("containers", () -> NOBODY))
                .withMessageContaining("nobody answers");
        assertThat(Choice.of("containers", Optional::empty)).isEqualTo(new Choice.Containers());
    }

    @Test
    void refusesAWordThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choice.of("docker", Optional::empty))
                .withMessageContaining("'docker'");
    }
}
