package io.latchkey.events.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what makes a document useless to its readers, though it may be well-formed. */
final class OpenApiFaults {

    private final OpenApi api;
    private final JsonNode document;
    private final Set<String> ids = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    OpenApiFaults(OpenApi api) {
        this.api = api;
        this.document = api.document();
    }

    List<String> find() {
        demand(document.path("openapi").asText().startsWith("3.1."), "openapi must be 3.1");
        for (String field : List.of("title", "version", "description")) {
            demand(document.path("info").hasNonNull(field), "info lacks " + field);
        }
        document.findValuesAsText("$ref")
                .forEach(ref -> demand(
                        ref.startsWith("#/") && !document.at(ref.substring(1)).isMissingNode(), ref + " dangles"));
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> OpenApi.METHODS.contains(operation.getKey()))
                .forEach(operation -> judge(path.getKey(), path.getValue(), operation)));
        return faults;
    }

    private void judge(String path, JsonNode item, Map.Entry<String, JsonNode> named) {
        JsonNode operation = named.getValue();
        String name = named.getKey() + " " + path;
        demand(operation.has("summary") && operation.has("description"), name + " lacks summary or description");
        demand(ids.add(operation.path("operationId").asText("")), name + " has no operationId of its own");
        judgeAccess(name, operation);
        Stream.of(path.split("/"))
                .filter(step -> step.startsWith("{"))
                .map(step -> step.substring(1, step.length() - 1))
                .forEach(parameter -> demand(
                        item.path("parameters").findValuesAsText("name").contains(parameter),
                        name + " does not describe " + parameter));
        operation.at("/requestBody/content").properties().forEach(content -> judge(name, content.getValue()));
        operation.path("responses").properties().forEach(response -> {
            JsonNode answer = api.resolved(response.getValue());
            String where = name + " " + response.getKey();
            demand(answer.hasNonNull("description"), where + " lacks a description");
            demand(
                    Integer.parseInt(response.getKey()) < 400
                            || answer.path("content").has("application/problem+json"),
                    where + " must be a problem");
            answer.path("content").properties().forEach(content -> judge(where, content.getValue()));
        });
    }

    /** Who may: a scheme that is described, or nobody in particular and then with the reason. */
    private void judgeAccess(String name, JsonNode operation) {
        demand(operation.has("security"), name + " does not say who may");
        operation.path("security").forEach(way -> way.fieldNames()
                .forEachRemaining(scheme -> demand(
                        document.at("/components/securitySchemes/" + scheme).has("description"),
                        name + " names " + scheme + ", which is not described")));
        demand(
                !operation.path("security").isEmpty()
                        || operation.path("description").asText().startsWith("Public, because "),
                name + " is public and does not say why");
    }

    private void judge(String where, JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        content.path("examples")
                .forEach(example -> examples.add(api.resolved(example).get("value")));
        if (content.has("example")) {
            examples.add(content.get("example"));
        }
        demand(!examples.isEmpty(), where + " has no example");
        examples.forEach(example -> api.validate(content.get("schema"), example)
                .forEach(error -> faults.add(where + ": its example is wrong: " + error)));
    }

    private void demand(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
