package io.latchkey.kit.http;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** Answers that say what is wrong. */
public final class Problems {

    private Problems() {}

    /**
     * An answer that carries a problem.
     *
     * @param problem what is wrong
     * @return the answer
     */
    public static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    /**
     * An answer without fields.
     *
     * @param status the HTTP status
     * @param detail what is wrong and what to do
     * @return the answer
     */
    public static Response response(int status, String detail) {
        return response(Problem.of(status, detail));
    }

    /**
     * An answer that names each wrong field.
     *
     * @param errors at least one
     * @return an answer of status 422
     */
    public static Response unprocessable(List<Problem.FieldError> errors) {
        return response(Problem.unprocessable(errors));
    }

    /**
     * Something that this service needs is away; nothing was accepted.
     *
     * @param detail what is away
     * @param retryAfter when to send the same again
     * @return an answer of status 503 with {@code Retry-After} (RFC 9110 section 10.2.3)
     */
    public static Response unavailable(String detail, Duration retryAfter) {
        return later(503, detail, retryAfter);
    }

    /**
     * Somebody asks too often; nothing was accepted.
     *
     * @param detail what was too much
     * @param retryAfter when to send the same again
     * @return an answer of status 429 with {@code Retry-After} (RFC 6585 section 4)
     */
    public static Response tooMany(String detail, Duration retryAfter) {
        return later(429, detail, retryAfter);
    }

    private static Response later(int status, String detail, Duration retryAfter) {
        return Response.fromResponse(response(status, detail))
                .header("Retry-After", Long.toString(retryAfter.toSeconds()))
                .build();
    }
}
