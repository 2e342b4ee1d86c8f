package io.latchkey.ingest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.latchkey.events.EventJson;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.LiveKey;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.Remittance;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.ingest.domain.RemittanceRule.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedReaderTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private static final String REMITTANCE =
            "{\"accounts\": [{\"source\": \"free-text\", \"pattern\": \"loan ([0-9]+)\"}], \"paymentIds\": [\"UETR\"]}";

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
            assertThat(partner.keys()).singleElement().satisfies(key -> assertThat(key.until())
                    .isEmpty());
            assertThat(partner.policies()).isNotEmpty();
            assertThat(partner.terms().remittance()).isEqualTo(RemittanceRule.DEFAULT);
        });
    }

    @Test
    void readsUntilWhenAnOldKeyIsGoodAndHowABankNamesLoans() throws IOException {
        String more = json.replace(
                        "[\"WEBHOOK_SECRET\"]",
                        "[\"WEBHOOK_SECRET\", {\"env\": \"OLD\", \"until\": \"2027-01-31T00:00:00Z\"}]")
                .replace("\"feed\"", "\"remittance\": " + REMITTANCE + ", \"feed\"");

        Partner partner = read(more, SECRET).get(new PartnerId("sandbox"));

        assertThat(partner.keys())
                .extracting(LiveKey::until)
                .contains(Optional.of(Instant.parse("2027-01-31T00:00:00Z")));
        assertThat(partner.terms().remittance().paymentIds()).containsExactly(Reference.UETR);
        assertThat(partner.terms()
                        .remittance()
                        .accountOf(new Remittance(Map.of(), List.of(), List.of("thanks", "loan 4711"))))
                .contains("4711");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "free-text | somewhere | /partners/0/remittance/accounts/0/source: must be one of structured",
                "([0-9]+) | ([0-9]+ | /partners/0/remittance/accounts/0/pattern: must be a pattern of RE2",
                "UETR | Uetr | /partners/0/remittance/paymentIds: Uetr must be one of [AcctSvcrRef",
                "[\"UETR\"] | [] | must name at least one",
            })
    void namesWhatIsWrongWithARemittanceRule(String right, String wrong, String named) {
        String rule = REMITTANCE.replace(right, wrong);

        assertThatThrownBy(() -> read(json.replace("\"feed\"", "\"remittance\": " + rule + ", \"feed\""), SECRET))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining(named);
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
    void namesAllFaultsOfAllPoliciesAtOnce() {
        String wrong = json.replace("\"dpd\": 30", "\"dpd\": 29")
                .replace("\"version\": 1", "\"version\": 0")
                .replace("\"camera\", \"kiosk\"", "\"camera\", \"internet\"");

        assertThatThrownBy(() -> read(wrong, SECRET))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContainingAll(
                        "partners.json",
                        "at /partners/0/policies/0/version: choose a value from 1",
                        "at /partners/0/policies/0/ladder/1/notices/0: its cure days are over on day 30",
                        "at /partners/0/policies/0/ladder/2/restrictions/1: take it out; internet may never be taken",
                        "essential-function ZZ@1/essential-functions");
    }

    @Test
    void aVersionGivenTwiceIsNamed() throws IOException {
        JsonNode file = EventJson.mapper().readTree(json);
        ArrayNode policies = (ArrayNode) file.at("/partners/0/policies");
        policies.add(policies.get(0));
        String twice = file.toString();

        assertThatThrownBy(() -> read(twice, SECRET))
                .hasMessageContaining("at /partners/0/policies/1/version: is given twice");
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
        assertThatThrownBy(() -> new SeedReader(folder.resolve("none.json"), TODAY, name -> Optional.empty()).read())
                .hasMessageContaining("none.json")
                .hasMessageContaining("check the path");
    }

    private Map<PartnerId, Partner> read(String text, String secret) throws IOException {
        Path file = Files.writeString(folder.resolve("partners.json"), text);
        return new SeedReader(file, TODAY, name -> Optional.ofNullable(secret)).read();
    }
}
