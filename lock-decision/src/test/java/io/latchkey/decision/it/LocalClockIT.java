package io.latchkey.decision.it;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.latchkey.events.testing.Exchange;
import io.latchkey.events.testing.OpenApi;
import io.latchkey.kit.testing.OpenApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalServers.class)
class LocalClockIT {

    private static final OpenApi API = OpenApiContract.document();

    @Test
    void theClockMovesForwardOnly() {
        move("{\"advance\":\"PT1H\"}").statusCode(200);
        move("{\"now\":\"2001-01-01T00:00:00Z\"}").statusCode(409);
        documented("get", "", given().get("/local/clock")).statusCode(200);
    }

    @Test
    void aQuestionThatCannotBeReadNamesTheField() {
        move("{\"advance\":\"soon\"}").statusCode(422).body("errors[0].pointer", equalTo("/advance"));
        move("{\"now\":17}").statusCode(422).body("errors[0].pointer", equalTo("/now"));
        move("{}").statusCode(422);
        move("{\"advance\":\"P100Y\"}").statusCode(422);
        move("soon").statusCode(400);
        documented("post", "", given().contentType("text/plain").body("{}").post("/local/clock"))
                .statusCode(415);
    }

    @Test
    void theServiceIsReadyWhenPoliciesAreRead() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void theDocumentIsServed() {
        given().get("/openapi.yaml").then().statusCode(200).body(containsString("openapi: 3.1.0"));
    }

    private static ValidatableResponse move(String body) {
        return documented(
                "post", body, given().contentType(ContentType.JSON).body(body).post("/local/clock"));
    }

    private static ValidatableResponse documented(String method, String sent, Response answer) {
        API.check(new Exchange(
                method,
                "/local/clock",
                sent,
                answer.statusCode(),
                answer.headers().asList().stream().collect(toMap(Header::getName, Header::getValue)),
                answer.asString()));
        return answer.then();
    }
}
