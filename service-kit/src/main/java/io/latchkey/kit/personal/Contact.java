package io.latchkey.kit.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How to reach a borrower. It travels and rests only sealed by a {@link LoanKey}.
 *
 * @param email an address, if there is one
 * @param phone E.164, if there is one
 */
public record Contact(Optional<String> email, Optional<String> phone) {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String EMAIL = "email";
    private static final String PHONE = "phone";

    /**
     * Tells whether there is nothing in it.
     *
     * @return true if nobody can be reached by it
     */
    public boolean isEmpty() {
        return email.isEmpty() && phone.isEmpty();
    }

    String json() {
        ObjectNode object = MAPPER.createObjectNode();
        email.ifPresent(address -> object.put(EMAIL, address));
        phone.ifPresent(number -> object.put(PHONE, number));
        return object.toString();
    }

    static Contact ofJson(String json) {
        try {
            JsonNode object = MAPPER.readTree(json);
            if (object == null || !object.isObject()) {
                throw new IllegalArgumentException("a contact must be a JSON object");
            }
            return new Contact(text(object, EMAIL), text(object, PHONE));
        } catch (JsonProcessingException e) {
            // Without its cause, which quotes the contact.
            throw new IllegalArgumentException("a contact must be JSON");
        }
    }

    private static Optional<String> text(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** Never what it holds. */
    @Override
    public String toString() {
        return "Contact[***]";
    }
}
