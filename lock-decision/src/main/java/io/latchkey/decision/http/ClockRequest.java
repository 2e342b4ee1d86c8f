package io.latchkey.decision.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.decision.app.ClockWalk.Destination;
import io.latchkey.kit.http.Problem.FieldError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/** What was asked of the clock: a destination, or what is wrong with the question. */
sealed interface ClockRequest {

    /** A walk may not take longer than a person waits. */
    Duration LONGEST_WALK = Duration.ofDays(3660);

    record Walk(Destination destination) implements ClockRequest {}

    record Invalid(List<FieldError> errors) implements ClockRequest {}

    static ClockRequest of(JsonNode body, Instant now) {
        if (!body.isObject() || body.has("advance") == body.has("now")) {
            return invalid(
                    "",
                    "send either advance, as {\"advance\":\"P31D\"}, or now, as {\"now\":\"2027-01-31T09:00:00Z\"}");
        }
        String field = body.has("advance") ? "advance" : "now";
        if (!body.get(field).isTextual()) {
            return invalid("/" + field, "must be a string");
        }
        try {
            Destination destination = destination(field, body.get(field).textValue());
            return destination.from(now).isAfter(now.plus(LONGEST_WALK))
                    ? invalid("/" + field, "must lie " + LONGEST_WALK.toDays() + " days ahead at most")
                    : new Walk(destination);
        } catch (DateTimeException | ArithmeticException unreadable) {
            return invalid(
                    "/" + field,
                    field.equals("now")
                            ? "must be an RFC 3339 time, as 2027-01-31T09:00:00Z"
                            : "must be an ISO 8601 duration, as P31D, PT6H or P1M");
        }
    }

    private static Destination destination(String field, String text) {
        if (field.equals("now")) {
            Instant end = Instant.parse(text);
            return now -> end;
        }
        boolean calendar = !text.contains("T") && !text.endsWith("D");
        if (calendar) {
            Period period = Period.parse(text);
            return now -> now.atZone(ZoneOffset.UTC).plus(period).toInstant();
        }
        Duration duration = Duration.parse(text);
        return now -> now.plus(duration);
    }

    private static Invalid invalid(String pointer, String detail) {
        return new Invalid(List.of(new FieldError(pointer, detail)));
    }
}
