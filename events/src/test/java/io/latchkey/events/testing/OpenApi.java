package io.latchkey.events.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenAPI 3.1 document, to which a test holds what a face really answers. */
public final class OpenApi {

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /**
     * Reads a document.
     *
     * @param resource its absolute path on the class path
     */
    public static OpenApi at(String resource) {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(resource), resource)) {
            return new OpenApi(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not YAML", e);
        }
    }

    /** The document as it was written. */
    public JsonNode document() {
        return document;
    }

    /** Every operation as method, blank, path: {@code POST /v1/enrollments}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** What is wrong with the document itself; nothing if it is whole. */
    public List<String> faults() {
        return new OpenApiFaults(this).find();
    }

    /**
     * Demands that an exchange is documented: its status, the headers and the body of the answer, and the body that was
     * accepted. What lies below {@code /q} is no part of any document.
     *
     * @throws AssertionError if it is not, with what to do
     */
    public void check(Exchange exchange) {
        Optional<String> template = exchange.path().startsWith("/q/") ? Optional.empty() : template(exchange.path());
        if (template.isEmpty()) {
            return;
        }
        JsonNode operation = document.get("paths").get(template.get()).path(exchange.method());
        String name = exchange.method().toUpperCase(Locale.ROOT) + " " + template.get();
        if (operation.isMissingNode()) {
            demand(exchange.status() >= 404, name + " is answered " + exchange.status() + " but not documented");
            return;
        }
        JsonNode response = resolved(operation.get("responses").path(Integer.toString(exchange.status())));
        demand(
                !response.isMissingNode(),
                name + " answered " + exchange.status() + " with " + exchange.body()
                        + ", which openapi.yaml does not know: document that status, or don't answer it");
        checkHeaders(name, exchange, response);
        checkBody(name, exchange, response);
        JsonNode sent = operation.at("/requestBody/content/application~1json/schema");
        if (exchange.status() < 300 && !sent.isMissingNode()) {
            checkRequest(name, exchange, sent);
        }
    }

    private static void checkHeaders(String name, Exchange exchange, JsonNode response) {
        response.path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean()) {
                demand(
                        exchange.header(header.getKey()).isPresent(),
                        name + " answered " + exchange.status() + " without the header " + header.getKey()
                                + " that openapi.yaml promises");
            }
        });
    }

    private void checkBody(String name, Exchange exchange, JsonNode response) {
        if (exchange.body().isEmpty() && !response.has("content")) {
            return;
        }
        String type = exchange.header("content-type").orElse("none").split(";", 2)[0];
        JsonNode schema = response.path("content").path(type).path("schema");
        demand(
                !schema.isMissingNode(),
                name + " answered " + exchange.status() + " as " + type + ", which openapi.yaml does not know");
        List<String> errors = validate(schema, type.endsWith("json") ? json(exchange.body()) : text(exchange.body()));
        demand(errors.isEmpty(), name + ": the answer " + exchange.body() + " is not as documented: " + errors);
    }

    private void checkRequest(String name, Exchange exchange, JsonNode schema) {
        List<String> errors = validate(schema, json(exchange.sent()));
        demand(errors.isEmpty(), name + " accepted " + exchange.sent() + ", which is not as documented: " + errors);
    }

    /** What a value lacks to be of a schema of this document. */
    public List<String> validate(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.get("components"));
        whole.withArray("allOf").add(schema);
        return SCHEMAS.getSchema(whole, STRICT);
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private Optional<String> template(String path) {
        return document.get("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(template.replaceAll("\\{[^}]*}", "[^/]+")))
                .findFirst();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
