package io.latchkey.ingest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Partner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedReaderTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    private Path folder;

    private String json;

    @BeforeEach
    void readTheExample() throws IOException {
        json = Files.readString(Path.of("src/test/resources/partners.json"));
    }

    @Test
    void readsPartnersWithTheirSecretsAndPolicies() throws IOException {
        Map<PartnerId, Partner> partners = read(json, SECRET);

        assertThat(partners.get(new PartnerId("sandbox"))).satisfies(partner -> {
            assertThat(partner.secrets()).hasSize(1);
            assertThat(partner.newestPolicy("standard")).isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"partnerId\": \"sandbox\" | \"partnerId\": \"Not A Slug\" | /partners/0/partnerId",
                "\"name\": \"Sandbox Mobile Finance\", | | name",
                "Africa/Nairobi | Africa/Atlantis | /partners/0/timeZone",
                "\"ZZ\", \"timeZone\" | \"zz\", \"timeZone\" | country",
                "\"feed\": \"auto\" | \"feed\": \"sometimes\" | /partners/0/feed",
                "\"feed\": | \"fed\": | /partners/0/feed",
                "[\"WEBHOOK_SECRET\"] | [] | /partners/0/secretsFromEnv",
                "\"dpd\": 30 | \"dpd\": 99 | /partners/0/policies/0",
                "\"camera\", | \"torch\", | torch",
                "{ \"partners\" | { partners | is not JSON",
            })
    void namesTheFileThePlaceAndTheFault(String right, String wrong, String named) {
        assertThatThrownBy(() -> read(json.replace(right, wrong == null ? "" : wrong), SECRET))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining("partners.json")
                .hasMessageContaining(named);
    }

    @Test
    void namesTheVariableThatIsNotSetAndNeverASecret() {
        assertThatThrownBy(() -> read(json, null)).hasMessageContaining("WEBHOOK_SECRET is not set");
        assertThatThrownBy(() -> read(json, "s3cret"))
                .hasMessageContaining("WEBHOOK_SECRET")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> new SeedReader(folder.resolve("none.json"), name -> Optional.empty()).read())
                .hasMessageContaining("none.json")
                .hasMessageContaining("check the path");
    }

    private Map<PartnerId, Partner> read(String text, String secret) throws IOException {
        Path file = Files.writeString(folder.resolve("partners.json"), text);
        return new SeedReader(file, name -> Optional.ofNullable(secret)).read();
    }
}
