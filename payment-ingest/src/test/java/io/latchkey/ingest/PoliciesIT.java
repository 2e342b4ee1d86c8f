package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activationUnder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PoliciesIT {

    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final String MILD = """
            {"jurisdiction":"ZZ","ladder":[{"dpd":0,"stage":"REMINDED","restrictions":[]}]}""";
    private static final String MILDEST = """
            {"jurisdiction":"ZZ","ladder":[]}""";
    private static final String HARSH = """
            {"jurisdiction":"IN","ladder":[{"dpd":1,"stage":"LOCKED","restrictions":["kiosk"]}]}""";

    @TestHTTPResource("/v1/partners/sandbox/policies")
    URI policies;

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @TestHTTPResource("/v1/partners/nobody/policies/standard")
    URI ofNobody;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Pool database;

    @Test
    void newContentIsTheNextVersionPublishedWithItsPackAndTheSameContentIsTheVersionThereIs() {
        HttpResponse<String> first = OperatorCall.put(policy("flexible"), MILD);
        HttpResponse<String> again = OperatorCall.put(policy("flexible"), MILD);
        HttpResponse<String> second = OperatorCall.put(policy("flexible"), MILDEST);

        assertThat(List.of(first.statusCode(), again.statusCode(), second.statusCode()))
                .containsExactly(201, 200, 201);
        assertThat(List.of(version(first), version(again), version(second))).containsExactly(1, 1, 2);
        assertThat(OperatorCall.get(policy("flexible")).body()).isEqualTo(second.body());
        assertThat(announced("sandbox:policy:flexible:1")).contains("\"pack\":\"ZZ@1\"", "REMINDED");
        assertThat(announced("sandbox:policy:flexible:2")).contains("\"pack\":\"ZZ@1\"");
    }

    @Test
    void aLoanIsSignedUnderTheVersionThatWasPublishedJustBefore() {
        OperatorCall.put(policy("at-once"), MILD);
        OperatorCall.put(policy("at-once"), MILDEST);

        assertThat(post("at-once", activationUnder("at-once", "ZZ", "LN-AT-ONCE")))
                .isEqualTo(202);
        assertThat(new TopicRecords(bootstrapServers).of("installment-events"))
                .anySatisfy(record ->
                        assertThat(record.value()).contains("\"policyName\":\"at-once\",\"policyVersion\":2"));
    }

    @Test
    void theNewestVersionsAreListedPageByPage() {
        OperatorCall.put(policy("a-listed"), MILDEST);
        OperatorCall.put(policy("b-listed"), MILDEST);

        JsonPath page = JsonPath.from(
                OperatorCall.get(URI.create(policies + "?limit=1")).body());
        JsonPath next = JsonPath.from(OperatorCall.get(URI.create(policies + "?limit=1&cursor=a-listed"))
                .body());

        assertThat(page.getString("policies[0].name")).isEqualTo(page.getString("next"));
        assertThat(page.getInt("policies.size()")).isEqualTo(1);
        assertThat(next.getString("policies[0].name")).isNotEqualTo("a-listed");
        assertThat(JsonPath.from(OperatorCall.get(policies).body()).getList("policies.name", String.class))
                .contains("a-listed", "b-listed", "standard")
                .isSorted();
        assertThat(OperatorCall.get(URI.create(policies + "?limit=0")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsHarsherThanItsPackIsRefusedClauseByClause() {
        HttpResponse<String> answer = OperatorCall.put(policy("harsh"), HARSH);

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getList("errors.clause", String.class)).contains("IN@1/taken-not-before");
        assertThat(problem.getList("errors.code", String.class)).containsOnly("harsher-than-pack");
        assertThat(problem.getList("errors.pointer", String.class)).contains("/ladder/0/dpd");
        assertThat(OperatorCall.get(policy("harsh")).statusCode()).isEqualTo(404);
    }

    @Test
    void allThatIsWrongWithADocumentIsNamedAtOnce() {
        HttpResponse<String> answer = OperatorCall.put(
                policy("wrong"), "{\"name\":\"other\",\"jurisdiction\":\"XX\",\"ladder\":[{\"dpd\":-1}],\"x\":1}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JsonPath.from(answer.body()).getList("errors.pointer", String.class))
                .contains("/name", "/jurisdiction", "/ladder/0/dpd", "/ladder/0/stage", "/x");
        assertThat(OperatorCall.put(policy("wrong"), "[]").statusCode()).isEqualTo(422);
        assertThat(OperatorCall.put(policy("wrong"), "{").statusCode()).isEqualTo(400);
        assertThat(OperatorCall.put(policy("wrong"), "").statusCode()).isEqualTo(400);
        assertThat(OperatorCall.put(policy("wrong"), " ".repeat((256 << 10) + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void onlyTheOperatorAdministersAndOnlyPartnersThatThereAre() {
        assertThat(OperatorCall.putAs("Bearer somebody", policy("mine"), MILD).statusCode())
                .isEqualTo(401);
        assertThat(SignedPost.get(policies).statusCode()).isEqualTo(401);
        assertThat(OperatorCall.put(ofNobody, MILD).statusCode()).isEqualTo(404);
        assertThat(OperatorCall.get(ofNobody).statusCode()).isEqualTo(404);
        assertThat(OperatorCall.get(policy("mine")).statusCode()).isEqualTo(404);
    }

    @Test
    void whatAnotherInstanceKeptIsKnownAndAnnouncedWithinSeconds() {
        keptElsewhere("elsewhere", "{\"name\":\"elsewhere\",\"version\":1,\"jurisdiction\":\"ZZ\",\"ladder\":[]}");

        await().atMost(SECONDS)
                .until(() -> OperatorCall.get(policy("elsewhere")).statusCode() == 200);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(announced("sandbox:policy:elsewhere:1"))
                .contains("\"pack\":\"ZZ@1\""));
    }

    @Test
    void aNewLoanUnderAPolicyThatTheLawHasOvertakenIsRefused() {
        String old = HARSH.replace("{\"jurisdiction\"", "{\"name\":\"overtaken\",\"version\":1,\"jurisdiction\"");
        keptElsewhere("overtaken", old);
        await().atMost(SECONDS)
                .until(() -> OperatorCall.get(policy("overtaken")).statusCode() == 200);

        HttpResponse<String> answer = SignedPost.of("overtaken", activationUnder("overtaken", "IN", "LN-OVERTAKEN"))
                .to(events);

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getList("errors.pointer", String.class)).containsOnly("/data/policy");
        assertThat(problem.getList("errors.clause", String.class)).contains("IN@1/taken-not-before");
        assertThat(problem.getList("errors.detail", String.class))
                .allMatch(detail -> detail.contains("publish a version that keeps to IN@1: "));
        assertThat(OperatorCall.put(policy("overtaken"), MILDEST.replace("ZZ", "IN"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(post("overtaken", activationUnder("overtaken", "IN", "LN-OVERTAKEN")))
                .isEqualTo(202);
    }

    private void keptElsewhere(String name, String document) {
        database.preparedQuery("insert into policy_version (partner_id, name, version, policy, pack, kept_at, done)"
                        + " values ('sandbox', $1, 1, $2, 'ZZ@1', now(), false)")
                .execute(Tuple.of(name, document))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private URI policy(String name) {
        return URI.create(policies + "/" + name);
    }

    private int post(String webhookId, String body) {
        return SignedPost.of(webhookId, body).to(events).statusCode();
    }

    private static int version(HttpResponse<String> answer) {
        return JsonPath.from(answer.body()).getInt("version");
    }

    private String announced(String eventId) {
        return new TopicRecords(bootstrapServers).value("partners", eventId);
    }
}
