package io.latchkey.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * An error as RFC 9457 has it.
 *
 * @param type {@code about:blank}: the status says it all
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do, for a human
 * @param errors each wrong field, for 422
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the errors. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * A problem without fields.
     *
     * @param status the HTTP status
     * @param detail what is wrong and what to do
     * @return the problem
     */
    public static Problem of(int status, String detail) {
        return new Problem("about:blank", titleOf(status), status, detail, List.of());
    }

    /**
     * Fields are wrong.
     *
     * @param errors at least one
     * @return a problem of status 422
     */
    public static Problem unprocessable(List<FieldError> errors) {
        return new Problem("about:blank", titleOf(422), 422, "correct the fields in errors and send again", errors);
    }

    private static String titleOf(int status) {
        if (status == 422) {
            return "Unprocessable Content";
        }
        return Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse("Error");
    }

    /**
     * One wrong field.
     *
     * @param pointer JSON Pointer (RFC 6901) to the field
     * @param detail what is wrong and what would be right
     * @param code what is wrong, in a word that stays the same however the detail is worded; nothing where there is none
     * @param clause the clause of a law that it offends, for example {@code IN@1/notice}; nothing if it offends none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FieldError(String pointer, String detail, Optional<String> code, Optional<String> clause) {

        /**
         * A wrong field of which the detail says all.
         *
         * @param pointer JSON Pointer (RFC 6901) to the field
         * @param detail what is wrong and what would be right
         */
        public FieldError(String pointer, String detail) {
            this(pointer, detail, Optional.empty(), Optional.empty());
        }
    }
}
