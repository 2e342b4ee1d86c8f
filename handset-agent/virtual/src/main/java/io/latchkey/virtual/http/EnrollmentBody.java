package io.latchkey.virtual.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.virtual.http.ProblemException.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of {@code POST /handsets}. */
record EnrollmentBody(String imei, String enrollmentCode, Optional<String> provisioningKey) {

    static EnrollmentBody read(ObjectMapper json, byte[] body) {
        JsonNode node = parse(json, body);
        List<Violation> violations = new ArrayList<>();
        EnrollmentBody read = new EnrollmentBody(
                text(node, "imei", violations),
                text(node, "enrollmentCode", violations),
                node.has("provisioningKey")
                        ? Optional.of(text(node, "provisioningKey", violations))
                        : Optional.empty());
        if (!violations.isEmpty()) {
            throw ProblemException.unprocessable(violations);
        }
        return read;
    }

    private static JsonNode parse(ObjectMapper json, byte[] body) {
        try {
            JsonNode node = json.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw notJson();
        }
        throw notJson();
    }

    private static String text(JsonNode node, String field, List<Violation> violations) {
        String value = node.path(field).asText("").strip();
        if (!node.path(field).isTextual() || value.isEmpty()) {
            violations.add(new Violation("/" + field, "must be a text that is not empty"));
        }
        return value;
    }

    private static ProblemException notJson() {
        return ProblemException.of(400, "Not JSON", "The body must be a JSON object.");
    }

    @Override
    public String toString() {
        return "EnrollmentBody[]";
    }
}
