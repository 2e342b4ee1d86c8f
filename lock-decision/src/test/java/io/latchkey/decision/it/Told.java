package io.latchkey.decision.it;

import static io.restassured.RestAssured.given;

import io.latchkey.events.LoanDecision;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Stage;
import io.restassured.http.ContentType;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the service says of one loan. */
record Told(Wire wire, Story loan) {

    /** Lets business time pass. */
    static void walk(String advance) {
        given().contentType(ContentType.JSON)
                .body("{\"advance\":\"" + advance + "\"}")
                .post("/local/clock")
                .then()
                .statusCode(200);
    }

    boolean mine(LoanDecision decision) {
        return decision.loanId().equals(loan.loanId());
    }

    boolean mine(LockIntent intent) {
        return intent.deviceId().equals(loan.deviceId());
    }

    <D extends LoanDecision> D decided(Class<D> type) {
        return wire.await(type, this::mine);
    }

    LockIntent intent(long revision) {
        return wire.await(LockIntent.class, one -> mine(one) && one.revision() == revision);
    }

    LockIntent intentAt(Stage stage) {
        return wire.await(LockIntent.class, one -> mine(one) && one.stage() == stage);
    }

    ConsumerRecord<String, byte[]> intentRecord(long revision) {
        return wire.awaitRecord(LockIntent.class, one -> mine(one) && one.revision() == revision);
    }
}
