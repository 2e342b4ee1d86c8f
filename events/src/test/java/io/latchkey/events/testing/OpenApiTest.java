package io.latchkey.events.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final String THING = "{\"size\":1}";
    private static final Map<String, String> HEADERS = Map.of("content-type", "application/json", "etag", "1");

    private final OpenApi api = OpenApi.at("/openapi/example.yaml");

    @Test
    void whatIsDocumentedPasses() {
        assertThat(api.faults()).isEmpty();
        assertThat(api.operations()).containsExactly("POST /things/{id}");
        assertThatCode(() -> api.check(new Exchange("POST", "/things/7", THING, 200, HEADERS, THING)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsNotDocumentedIsNamed() {
        assertRefused(new Exchange("POST", "/things/7", THING, 202, HEADERS, THING), "answered 202");
        assertRefused(new Exchange("GET", "/things/7", "", 200, HEADERS, THING), "not documented");
        assertRefused(new Exchange("POST", "/things/7", THING, 200, HEADERS, "{}"), "not as documented");
        assertRefused(new Exchange("POST", "/things/7", "{}", 200, HEADERS, THING), "accepted {}");
        assertRefused(
                new Exchange("POST", "/things/7", THING, 200, Map.of("content-type", "application/json"), THING),
                "without the header ETag");
        assertRefused(
                new Exchange("POST", "/things/7", THING, 200, Map.of("content-type", "text/plain", "etag", "1"), THING),
                "as text/plain");
    }

    @Test
    void aDocumentThatTellsTooLittleHasFaults() {
        ObjectNode change = (ObjectNode) api.document().at("/paths/~1things~1{id}/post");
        change.remove("security");
        ((ObjectNode) change.at("/requestBody/content/application~1json/example")).put("size", "large");
        ((ObjectNode) change.at("/responses/200/content/application~1json")).remove("example");

        assertThat(api.faults())
                .anySatisfy(fault -> assertThat(fault).contains("does not say who may"))
                .anySatisfy(fault -> assertThat(fault).contains("its example is wrong"))
                .anySatisfy(fault -> assertThat(fault).contains("200 has no example"));
    }

    private void assertRefused(Exchange exchange, String reason) {
        assertThatThrownBy(() -> api.check(exchange))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }
}
