package io.latchkey.agent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final String ONE = "{\"record\":1}";
    private static final String TWO = "{\"record\":\"zwei, \u00fc\"}";

    @TempDir
    Path folder;

    @Test
    void givesBackTheRecordThatWasAddedLastForcedOrNot() throws IOException {
        journal().add(ONE);
        journal().addUnforced(TWO);
        assertThat(journal().last()).contains(TWO);

        journal().add(ONE);
        assertThat(journal().last()).contains(ONE);
    }

    @Test
    void givesBackTheRecordBeforeWhereverAPowerCutCutsTheLastOneShort() throws IOException {
        journal().add(ONE);
        int whole = (int) Files.size(file());
        journal().addUnforced(TWO);
        byte[] both = Files.readAllBytes(file());

        // The line break at the very end may be missing.
        for (int length = whole; length < both.length - 1; length++) {
            Files.write(file(), Arrays.copyOf(both, length));
            assertThat(journal().last()).contains(ONE);

            journal().add(TWO);
            assertThat(journal().last()).contains(TWO);
        }
    }

    @Test
    void passesOverARecordOfWhichAnyByteNeverReachedTheDisk() throws IOException {
        journal().add(ONE);
        int whole = (int) Files.size(file());
        journal().addUnforced(TWO);
        byte[] both = Files.readAllBytes(file());

        for (int lost = whole; lost < both.length - 1; lost++) {
            byte[] damaged = both.clone();
            damaged[lost] = 0;
            Files.write(file(), damaged);
            assertThat(journal().last()).contains(ONE);
        }
    }

    @Test
    void neverGrowsBeyondItsLimitAndKeepsTheLastRecordWhenItBeginsAnew() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            String record = "{\"record\":" + i + "}";
            journal().addUnforced(record);
            assertThat(journal().last()).contains(record);
            assertThat(Files.size(file())).isLessThanOrEqualTo(Journal.LONGEST_BYTES);
        }
    }

    @Test
    void readsAFileFromBeforeThereWereChecksumsAndGoesOnInIt() throws IOException {
        Files.writeString(file(), ONE);
        assertThat(journal().last()).contains(ONE);

        journal().add(TWO);
        assertThat(journal().last()).contains(TWO);
    }

    @Test
    void saysThatAFileWithoutAWholeRecordIsDamaged() throws IOException {
        Files.writeString(file(), "\n12345678 " + ONE);

        assertThatIOException().isThrownBy(() -> journal().last());
    }

    private Journal journal() {
        return new Journal(file());
    }

    private Path file() {
        return folder.resolve("records");
    }
}
