package io.latchkey.system.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param body the JSON; missing if there was none
 */
public record Answer(int status, JsonNode body) {

    /**
     * Insists on a status.
     *
     * @param expected the only status that is fine
     * @return this
     * @throws IllegalStateException with the answer, if it is another
     */
    public Answer demand(int expected) {
        if (status != expected) {
            throw new IllegalStateException("expected status " + expected + " but got " + status + ": " + body);
        }
        return this;
    }
}
