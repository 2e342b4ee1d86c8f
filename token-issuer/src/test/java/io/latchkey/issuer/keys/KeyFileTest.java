package io.latchkey.issuer.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void chooseAPath() {
        path = folder.resolve("keys/token-issuer.p12");
    }

    @Test
    void aKeyOnceMadeIsReadEverAfter() {
        String first = new KeyFile(path, "secret").openOrMake(NOW).getKeyID();

        assertThat(new KeyFile(path, "secret").openOrMake(NOW).getKeyID()).isEqualTo(first);
    }

    @Test
    void onlyItsOwnerMayReadTheFileAndNoDraftStays() throws IOException {
        new KeyFile(path, "secret").openOrMake(NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(path.resolveSibling("."))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aWrongPasswordStopsTheStartAndLeavesTheKey() throws IOException {
        new KeyFile(path, "secret").openOrMake(NOW);
        byte[] before = Files.readAllBytes(path);

        assertThatThrownBy(() -> new KeyFile(path, "guess").openOrMake(NOW))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("LATCHKEY_TOKEN_KEYSTORE_PASSWORD");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void aDamagedFileStopsTheStartAndIsLeftAsItIs() throws IOException {
        new KeyFile(path, "secret").openOrMake(NOW);
        byte[] damaged = Arrays.copyOf(Files.readAllBytes(path), 100);
        Files.write(path, damaged);

        assertThatThrownBy(() -> new KeyFile(path, "secret").openOrMake(NOW))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("no new key is made over an old one");
        assertThat(Files.readAllBytes(path)).isEqualTo(damaged);
    }

    @Test
    void anEmptyFileIsDamagedToo() throws IOException {
        Files.createDirectories(path.resolveSibling("."));
        Files.createFile(path);

        assertThatThrownBy(() -> new KeyFile(path, "secret").openOrMake(NOW)).isInstanceOf(KeyFileException.class);
        assertThat(path).isEmptyFile();
    }
}
