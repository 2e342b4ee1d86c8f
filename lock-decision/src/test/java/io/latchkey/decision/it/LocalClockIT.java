package io.latchkey.decision.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalServers.class)
class LocalClockIT {

    @Test
    void theClockMovesForwardOnly() {
        move("{\"advance\":\"PT1H\"}").statusCode(200);
        move("{\"now\":\"2001-01-01T00:00:00Z\"}").statusCode(409);
        given().get("/local/clock").then().statusCode(200);
    }

    @Test
    void aQuestionThatCannotBeReadNamesTheField() {
        move("{\"advance\":\"soon\"}").statusCode(422).body("errors[0].pointer", equalTo("/advance"));
        move("{\"now\":17}").statusCode(422).body("errors[0].pointer", equalTo("/now"));
        move("{}").statusCode(422);
        move("{\"advance\":\"P100Y\"}").statusCode(422);
        move("soon").statusCode(400);
    }

    @Test
    void theServiceIsReadyWhenPoliciesAreRead() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static ValidatableResponse move(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/local/clock")
                .then();
    }
}
