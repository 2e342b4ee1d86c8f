package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activation;
import static io.latchkey.ingest.WebhookBodies.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ErasureIT {

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @TestHTTPResource("/v1/partners/sandbox/loans")
    URI loans;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void aLoansKeyIsTakenFromEveryoneAndNoRepetitionBringsItAgain() {
        String activation = activation("LN-ERASED", 500);
        String loanId = JsonPath.from(
                        SignedPost.of("erased-1", activation).to(events).body())
                .getString("loanId");
        assertThat(keysOf(loanId)).last().matches(record -> record.value() != null);

        assertThat(OperatorCall.delete(personalDataOf("LN-ERASED")).statusCode())
                .isEqualTo(204);
        assertThat(keysOf(loanId)).last().matches(record -> record.value() == null);

        assertThat(SignedPost.of("erased-2", activation).to(events).statusCode())
                .isEqualTo(200);
        assertThat(OperatorCall.delete(personalDataOf("LN-ERASED")).statusCode())
                .isEqualTo(204);
        assertThat(keysOf(loanId)).last().matches(record -> record.value() == null);
    }

    @Test
    void onlyAnOperatorErasesAndOnlyLoansThatThereAre() {
        SignedPost.of("erased-3", payment("LN-NEVER-SOLD", "erased-3", 100)).to(events);

        assertThat(OperatorCall.delete(personalDataOf("LN-NEVER-SOLD")).statusCode())
                .isEqualTo(404);
        assertThat(OperatorCall.delete(URI.create(
                                personalDataOf("LN-ERASED").toString().replace("sandbox", "nobody")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(SignedPost.delete(personalDataOf("LN-NEVER-SOLD")).statusCode())
                .isEqualTo(401);
    }

    private List<ConsumerRecord<String, String>> keysOf(String loanId) {
        return new TopicRecords(bootstrapServers)
                .of("loan-keys").stream()
                        .filter(record -> loanId.equals(record.key()))
                        .toList();
    }

    private URI personalDataOf(String account) {
        return URI.create(loans + "/" + account + "/personal-data");
    }
}
