package io.latchkey.ingest.http;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.EventJson;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.testing.OpenApi;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.testing.OpenApiContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApiContractTest {

    private static final OpenApi API = OpenApiContract.document();
    private static final JsonNode WEBHOOK = API.document().at("/paths/~1v1~1partners~1{partnerId}~1events/post");
    private static final JsonNode SCHEMAS = API.document().at("/components/schemas");
    private static final Map<String, TextFormat<?>> FORMATS = Map.ofEntries(
            Map.entry("Timestamp", Formats.TIMESTAMP),
            Map.entry("Date", Formats.DATE),
            Map.entry("AccountNumber", Formats.ACCOUNT_NUMBER),
            Map.entry("PaymentId", Formats.PAYMENT_ID),
            Map.entry("RequestId", Formats.REQUEST_ID),
            Map.entry("Imei", Formats.IMEI),
            Map.entry("Currency", Formats.CURRENCY),
            Map.entry("TimeZone", Formats.TIME_ZONE),
            Map.entry("Country", Formats.COUNTRY),
            Map.entry("PolicyName", Formats.POLICY_NAME),
            Map.entry("Sha256", Formats.SHA_256),
            Map.entry("Locale", Formats.LOCALE),
            Map.entry("Email", Formats.EMAIL),
            Map.entry("Phone", Formats.PHONE));

    private final FactReader reader = Bodies.reader();

    @Test
    void theDocumentIsWholeAndDescribesTheResources() {
        OpenApiContract.check("io.latchkey.ingest");
    }

    @Test
    void itsStatusesAreTheOutcomesOfAWebhook() {
        assertThat(WEBHOOK.get("responses").properties())
                .extracting(response -> Integer.valueOf(response.getKey()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(WebhookOutcome.values())
                        .map(WebhookOutcome::status)
                        .toList());
    }

    @Test
    void itsPatternsAreThoseThatAreChecked() {
        assertThat(FORMATS).allSatisfy((name, format) -> assertThat(
                        SCHEMAS.at("/" + name + "/pattern").asText())
                .as("pattern of " + name + " in openapi.yaml against Formats")
                .isEqualTo("^" + format.shape() + "$"));
    }

    @Test
    void itsReasonsAreThoseThatAreKnown() {
        assertThat(SCHEMAS.at("/ClosingReason/enum"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ClosingReason.values())
                        .map(ClosingReason::wireName)
                        .toList());
        assertThat(SCHEMAS.at("/RequestReason/enum"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Reason.values()).map(Reason::wireName).toList());
    }

    @Test
    void itsPolicyIsTheOneThatEveryServiceReads() throws IOException {
        try (InputStream policy = Policy.class.getResourceAsStream("/io/latchkey/events/schemas/Policy.v1.json")) {
            assertThat(SCHEMAS.at("/PolicyTerms/properties"))
                    .isEqualTo(EventJson.mapper().readTree(policy).get("properties"));
        }
    }

    @Test
    void everyTypeHasASchemaAndAnExample() {
        Set<String> types = Stream.of(FactType.names().split(", ")).collect(toSet());

        assertThat(SCHEMAS.at("/Webhook/discriminator/mapping").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(types);
        assertThat(examples().properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void everyExampleIsAccepted() {
        assertThat(examples()).allSatisfy(example -> assertThat(reader.read(Bodies.AROUND, example.get("value")))
                .isInstanceOf(Reading.Said.class));
    }

    @ParameterizedTest
    @EnumSource
    void aFieldIsDemandedJustIfTheDocumentSaysSo(FactType type) {
        String name = examples().properties().stream()
                .map(Map.Entry::getKey)
                .filter(wireName -> FactType.of(wireName) == type)
                .findFirst()
                .orElseThrow();
        String schema = SCHEMAS.at("/Webhook/discriminator/mapping").get(name).asText();
        JsonNode data = API.document().at(schema.substring(1) + "/properties/data");
        ObjectNode empty = EventJson.mapper().createObjectNode();
        empty.put("type", name).put("timestamp", "2027-01-31T09:00:00Z").putObject("data");

        Reading.Wrong wrong = (Reading.Wrong) reader.read(Bodies.AROUND, empty);

        assertThat(wrong.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrderElementsOf(data.get("required")
                        .valueStream()
                        .map(field -> "/data/" + field.textValue())
                        .toList());
        assertThat(data.get("properties").properties())
                .extracting(Map.Entry::getKey)
                .containsAll(data.get("required")
                        .valueStream()
                        .map(JsonNode::textValue)
                        .toList());
    }

    private static JsonNode examples() {
        return WEBHOOK.at("/requestBody/content/application~1json/examples");
    }
}
