package io.latchkey.ingest.http;

import java.util.Locale;
import java.util.stream.Stream;

/** What a webhook can come to, each with a status of its own. */
enum WebhookOutcome {
    DUPLICATE(200),
    ACCEPTED(202),
    NOT_JSON(400),
    NOT_AUTHENTIC(401),
    UNKNOWN_PARTNER(404),
    CONFLICT(409),
    TOO_LARGE(413),
    NOT_JSON_TYPE(415),
    WRONG_FIELDS(422),
    TOO_OFTEN(429),
    FAILED(500),
    UNAVAILABLE(503);

    private final int status;

    WebhookOutcome(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static WebhookOutcome ofStatus(int status) {
        return Stream.of(values())
                .filter(outcome -> outcome.status == status)
                .findAny()
                .orElse(FAILED);
    }
}
