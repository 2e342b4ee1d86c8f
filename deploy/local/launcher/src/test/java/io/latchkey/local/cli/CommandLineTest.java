package io.latchkey.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchkey.local.cli.CommandLine.Verb;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void startsEverythingUnlessToldOtherwise() {
        assertThat(CommandLine.parse("up")).isEqualTo(new CommandLine(Verb.UP, false, false));
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
}
