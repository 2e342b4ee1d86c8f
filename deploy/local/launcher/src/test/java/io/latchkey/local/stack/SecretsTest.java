package io.latchkey.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("secrets.env");
    }

    @Test
    void areReadableForTheirOwnerOnly() throws IOException {
        Secrets.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void stayTheSameOverARestart() {
        assertThat(Secrets.in(file)).isEqualTo(Secrets.in(file));
    }

    @Test
    void holdKeysOf256Bits() {
        Secrets secrets = Secrets.in(file);

        assertThat(bytes(secrets.get("LATCHKEY_LOAN_KEY"))).hasSize(32);
        assertThat(bytes(secrets.get("WEBHOOK_SECRET").replace("whsec_", ""))).hasSize(32);
        assertThat(bytes(secrets.get("LATCHKEY_DEVICE_KEYS").replace("1:", ""))).hasSize(32);
        assertThat(bytes(secrets.get("LATCHKEY_CONTACT_KEYS").replace("1:", "")))
                .hasSize(32);
    }

    @Test
    void needNoQuotesInAShell() throws IOException {
        Secrets.in(file);

        assertThat(Files.readAllLines(file)).allMatch(line -> line.matches("[A-Z_]+=[A-Za-z0-9+/=_:-]+"));
    }

    @Test
    void gainWhatANewerReleaseNeedsAndKeepTheRest() throws IOException {
        Files.writeString(file, "OPERATOR_TOKEN=mine\n");

        Secrets secrets = Secrets.in(file);

        assertThat(secrets.get("OPERATOR_TOKEN")).isEqualTo("mine");
        assertThat(secrets.get("PARTNER_ID")).isEqualTo("sandbox");
    }

    @Test
    void areNotShownByAccident() {
        Secrets secrets = Secrets.in(file);

        assertThat(secrets.toString()).doesNotContain(secrets.get("OPERATOR_TOKEN"));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
