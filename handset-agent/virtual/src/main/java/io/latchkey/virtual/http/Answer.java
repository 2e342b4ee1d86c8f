package io.latchkey.virtual.http;

import java.util.Map;

/** What goes back to the caller. */
record Answer(int status, String contentType, String body, Map<String, String> headers) {

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer json(int status, String body) {
        return new Answer(status, "application/json", body, Map.of());
    }

    static Answer problem(int status, String body) {
        return new Answer(status, "application/problem+json", body, Map.of());
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, body, Map.of(header, value));
    }
}
