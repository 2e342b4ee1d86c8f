package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PartnersIT {

    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final String ACACIA = """
            {"name":"Acacia Credit","country":"KE","timeZone":"Africa/Nairobi",
             "contact":{"phone":"+254700000002","url":"https://acacia.example/help"}}""";
    private static final String ACACIA_WITH_ALL = """
            {"name":"Acacia Credit","country":"KE","timeZone":"Africa/Nairobi","feed":"manual",
             "contact":{"phone":"+254700000003","url":"https://acacia.example/help"},
             "pace":{"perSecond":10,"burst":20},
             "remittance":{"accounts":[{"source":"free-text","pattern":"LN-[0-9]+"}],"paymentIds":["UETR"]}}""";

    @TestHTTPResource("/v1/partners")
    URI partners;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Pool database;

    @Test
    void aNewPartnerIsKnownToEveryoneAndTheSameDocumentAgainChangesNothing() {
        HttpResponse<String> first = OperatorCall.put(of("acacia"), ACACIA);
        HttpResponse<String> again = OperatorCall.put(of("acacia"), ACACIA);
        HttpResponse<String> changed = OperatorCall.put(of("acacia"), ACACIA_WITH_ALL);

        assertThat(List.of(first.statusCode(), again.statusCode(), changed.statusCode()))
                .containsExactly(201, 200, 200);
        assertThat(again.body()).isEqualTo(first.body());
        JsonPath shown = JsonPath.from(OperatorCall.get(of("acacia")).body());
        assertThat(shown.getString("from")).isEqualTo("administration");
        assertThat(shown.getInt("pace.burst")).isEqualTo(20);
        assertThat(shown.getString("remittance.accounts[0].pattern")).isEqualTo("LN-[0-9]+");
        assertThat(announced("acacia:profile:1")).contains("+254700000002");
        assertThat(announced("acacia:profile:2")).contains("+254700000003");
        assertThat(announced("acacia:profile:3")).isEqualTo("not announced");
    }

    @Test
    void whatItSignsWithItsSecretIsTakenUntilTheSecretIsForgotten() {
        OperatorCall.put(of("baobab"), ACACIA);
        assertThat(pay("baobab", SignedPost.SECRET, "before")).isEqualTo(401);

        JsonPath key = JsonPath.from(OperatorCall.post(keysOf("baobab"), "{}").body());
        String secret = key.getString("secret");
        assertThat(pay("baobab", secret, "with")).isEqualTo(202);
        assertThat(OperatorCall.get(keysOf("baobab")).body()).doesNotContain(secret, "secret");

        URI itself = URI.create(keysOf("baobab") + "/" + key.getString("keyId"));
        assertThat(OperatorCall.delete(itself).statusCode()).isEqualTo(204);
        assertThat(OperatorCall.delete(itself).statusCode()).isEqualTo(404);
        assertThat(pay("baobab", secret, "after")).isEqualTo(401);
    }

    @Test
    void anOldAndANewSecretOverlapUntilTheOldOnesEnd() {
        OperatorCall.put(of("cedar"), ACACIA);
        JsonPath older = JsonPath.from(OperatorCall.post(keysOf("cedar"), "{}").body());
        JsonPath newer = JsonPath.from(OperatorCall.post(keysOf("cedar"), "{}").body());
        URI itself = URI.create(keysOf("cedar") + "/" + older.getString("keyId"));

        OperatorCall.put(itself, "{\"until\":\"" + Instant.now().plusSeconds(3600) + "\"}");
        assertThat(pay("cedar", older.getString("secret"), "old")).isEqualTo(202);
        assertThat(pay("cedar", newer.getString("secret"), "new")).isEqualTo(202);

        OperatorCall.put(itself, "{\"until\":\"2026-01-01T00:00:00Z\"}");
        assertThat(pay("cedar", older.getString("secret"), "ended")).isEqualTo(401);
        assertThat(pay("cedar", newer.getString("secret"), "goes-on")).isEqualTo(202);
    }

    @Test
    void aPublicKeyIsTakenAndNoSecretIsMade() throws Exception {
        OperatorCall.put(of("date"), ACACIA);
        byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        String publicKey = "whpk_" + Base64.getEncoder().encodeToString(raw);

        HttpResponse<String> added = OperatorCall.post(keysOf("date"), "{\"publicKey\":\"" + publicKey + "\"}");

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(JsonPath.from(added.body()).getString("version")).isEqualTo("v1a");
        assertThat(added.body()).doesNotContain("secret");
    }

    @Test
    void aSecretLiesInTheDatabaseSealedOnly() {
        OperatorCall.put(of("elm"), ACACIA);
        String secret =
                JsonPath.from(OperatorCall.post(keysOf("elm"), "{}").body()).getString("secret");

        assertThat(sealedKeys()).isNotEmpty().noneMatch(kept -> kept.contains(secret.substring(6, 20)));
    }

    @Test
    void aPartnerOfTheFileIsChangedThereButMayHaveMoreKeys() {
        assertThat(OperatorCall.put(of("sandbox"), ACACIA).statusCode()).isEqualTo(409);
        assertThat(JsonPath.from(OperatorCall.get(of("sandbox")).body()).getString("from"))
                .isEqualTo("file");

        JsonPath key = JsonPath.from(OperatorCall.post(keysOf("sandbox"), "{}").body());
        assertThat(pay("sandbox", key.getString("secret"), "sandbox-more")).isEqualTo(202);
        assertThat(pay("sandbox", SignedPost.SECRET, "sandbox-own")).isEqualTo(202);
        assertThat(JsonPath.from(OperatorCall.get(keysOf("sandbox")).body()).getList("keys.from", String.class))
                .startsWith("file")
                .contains("administration");
        OperatorCall.delete(URI.create(keysOf("sandbox") + "/" + key.getString("keyId")));
    }

    @Test
    void aPartnerHasTenKeysAtMost() {
        OperatorCall.put(of("fir"), ACACIA);
        for (int i = 0; i < 10; i++) {
            assertThat(OperatorCall.post(keysOf("fir"), "{}").statusCode()).isEqualTo(201);
        }

        assertThat(OperatorCall.post(keysOf("fir"), "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void whatAnotherInstanceWasToldIsKnownWithinSeconds() {
        run("insert into vault.partner (partner_id, terms) select 'ginkgo', terms from vault.partner limit 1");
        run("update vault.changes set number = number + 1");

        await().atMost(SECONDS).until(() -> OperatorCall.get(of("ginkgo")).statusCode() == 200);
    }

    @Test
    void allThatIsWrongWithADocumentIsNamedAtOnce() {
        HttpResponse<String> answer = OperatorCall.put(of("wrong"), """
                {"name":" ","country":"Kenya","timeZone":"+03:00","contact":{"phone":"0700"},"feed":"soon","pase":{},
                 "pace":{"perSecond":0},"remittance":{"accounts":[{"source":"memo","pattern":"("}],"paymentIds":[7]}}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JsonPath.from(answer.body()).getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(
                        "/pase",
                        "/name",
                        "/country",
                        "/timeZone",
                        "/contact/phone",
                        "/contact/url",
                        "/feed",
                        "/pace/perSecond",
                        "/pace/burst",
                        "/remittance/accounts/0/source",
                        "/remittance/accounts/0/pattern",
                        "/remittance/paymentIds/0");
        assertThat(OperatorCall.put(of("wrong"), "{").statusCode()).isEqualTo(400);
        assertThat(OperatorCall.put(of("Wrong"), ACACIA).statusCode()).isEqualTo(400);
        assertThat(OperatorCall.get(of("wrong")).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThat(OperatorCall.post(keysOf("sandbox"), "{\"publicKey\":\"whpk_AAAA\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(OperatorCall.post(keysOf("sandbox"), "{\"until\":\"tomorrow\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(OperatorCall.put(URI.create(keysOf("sandbox") + "/none"), "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(OperatorCall.post(keysOf("nobody"), "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheOperatorAdministers() {
        assertThat(SignedPost.get(partners).statusCode()).isEqualTo(401);
        assertThat(SignedPost.get(keysOf("sandbox")).statusCode()).isEqualTo(401);
        assertThat(OperatorCall.putAs("Bearer somebody", of("mine"), ACACIA).statusCode())
                .isEqualTo(401);
    }

    @Test
    void partnersAreListedPageByPage() {
        OperatorCall.put(of("hazel"), ACACIA);
        OperatorCall.put(of("iroko"), ACACIA);

        JsonPath page = JsonPath.from(
                OperatorCall.get(URI.create(partners + "?limit=1&cursor=hazek")).body());
        assertThat(page.getList("partners.partnerId", String.class)).containsExactly("hazel");
        assertThat(page.getString("next")).isEqualTo("hazel");
        assertThat(OperatorCall.get(URI.create(partners + "?limit=201")).statusCode())
                .isEqualTo(400);
    }

    private int pay(String partner, String secret, String id) {
        return SignedPost.by(secret, partner + "-" + id, payment("LN-" + partner, id, 100))
                .to(URI.create(of(partner) + "/events"))
                .statusCode();
    }

    private URI of(String partner) {
        return URI.create(partners + "/" + partner);
    }

    private URI keysOf(String partner) {
        return URI.create(of(partner) + "/keys");
    }

    private List<String> sealedKeys() {
        return database
                .query("select sealed from vault.partner_key")
                .mapping(row -> row.getString(0))
                .execute()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .stream()
                .toList();
    }

    private void run(String sql) {
        database.query(sql).execute().toCompletionStage().toCompletableFuture().join();
    }

    private String announced(String eventId) {
        return new TopicRecords(bootstrapServers).value("partners", eventId);
    }
}
