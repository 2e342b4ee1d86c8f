package io.latchkey.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchkey.local.Broker;
import io.latchkey.local.cli.CommandLine.Verb;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void startsEverythingUnlessToldOtherwise() {
        assertThat(CommandLine.parse("up"))
                .isEqualTo(new CommandLine(Verb.UP, false, Optional.empty(), Optional.empty(), false, "lock-decision"));
    }

    @Test
    void leavesTheServicesOutWhenAsked() {
        assertThat(CommandLine.parse("up", "--servers-only").serversOnly()).isTrue();
    }

    @Test
    void removesDataOnlyWhenAsked() {
        assertThat(CommandLine.parse("down").wipe()).isFalse();
        assertThat(CommandLine.parse("down", "--wipe").wipe()).isTrue();
    }

    @Test
    void refusesAnOptionOfAnotherCommand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("up", "--wipe"))
                .withMessage("Unknown option: --wipe");
    }

    @Test
    void refusesAnUnknownCommandAndNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("restart"));
        assertThatIllegalArgumentException().isThrownBy(CommandLine::parse);
    }

    @Test
    void aRebuildTakesNoOptions() {
        assertThat(CommandLine.parse("rebuild").verb()).isEqualTo(Verb.REBUILD);
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("rebuild", "--wipe"));
    }

    @Test
    void upTakesEitherBroker() {
        assertThat(CommandLine.parse("up", "--mqtt", "mosquitto").mqtt()).contains(Broker.MOSQUITTO);
        assertThat(CommandLine.parse("up", "--instances", "2", "--mqtt", "hivemq")
                        .mqtt())
                .contains(Broker.HIVEMQ);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("up", "--mqtt", "other"))
                .withMessage("--mqtt must be hivemq or mosquitto but was other");
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("up", "--mqtt"));
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("status", "--mqtt", "hivemq"));
    }

    @Test
    void upStartsOneOrTwoInstances() {
        assertThat(CommandLine.parse("up", "--instances", "2").instances()).contains(2);
        assertThat(CommandLine.parse("up", "--instances", "1", "--servers-only").serversOnly())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("up", "--instances", "3"))
                .withMessage("--instances must be 1 or 2 but was 3");
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("up", "--instances"));
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse("status", "--instances", "2"));
    }
}
